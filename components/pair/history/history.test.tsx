// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { HistoryButtons } from './history-buttons';
import { useHistoryView } from './history-context';
import { useBulkEdit } from './use-bulk-edit';

const step = (text: string) => ({ text, on: null, owner: null });
const PAIRS = ['a', 'b', 'c'].map((id) => pairItem({ id, version: 3, nextStep: step(`old ${id}`) }));
const WANTED = PAIRS.map((pair) => ({
  pair,
  values: { nextStep: 'Send the deck', nextStepOn: '', nextStepOwnerId: '', ownerId: '' },
}));
type Edit = { pairId: string; version: number; changes: { nextStep: string }; base: { nextStep: string } };

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const edits = () => sent.mock.calls.map(([, { body }]) => JSON.parse(String(body)).edits as Edit[]);
const show = vi.fn<(pair: PairItem) => void>();
answerRequests(sent);
beforeEach(() => {
  show.mockReset();
  sent.mockImplementation(async (_, { body }) =>
    Response.json({ pairs: made(JSON.parse(String(body)).edits) }),
  );
});
const made = (all: Edit[]) =>
  all.map(({ pairId, version, changes }) =>
    pairItem({ id: pairId, version: version + 1, nextStep: step(changes.nextStep) }),
  );

function Page() {
  const bulk = useBulkEdit({ show });
  useHistoryView(show);
  return (
    <>
      <HistoryButtons />
      <input aria-label="Search" />
      <button type="button" onClick={() => void bulk.editMany(WANTED)}>
        Edit
      </button>
    </>
  );
}

async function edited() {
  renderWithMessages(<Page />);
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Edit' }));
  return screen.findByRole('button', { name: 'Undo: Next step of 3 pairs' });
}
const press = (more: object) => fireEvent.keyDown(document.body, { code: 'KeyZ', key: 'z', ...more });

describe('the history of the pairs', () => {
  it('undoes and does again by keys, each time over the versions that the last way left', async () => {
    await edited();
    press({ ctrlKey: true });
    await screen.findByText('Undone: Next step of 3 pairs');
    press({ key: 'Z', metaKey: true, shiftKey: true });
    await screen.findByText('Done again: Next step of 3 pairs');
    press({ ctrlKey: true });
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(4));
    press({ key: 'y', code: 'KeyY', ctrlKey: true });
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(5));
    const of = ({ version, changes, base }: Edit) => [version, changes.nextStep, base.nextStep];
    expect(edits().map(([first]) => of(first as Edit))).toEqual([
      [3, 'Send the deck', 'old a'],
      [4, 'old a', 'Send the deck'],
      [5, 'Send the deck', 'old a'],
      [6, 'old a', 'Send the deck'],
      [7, 'Send the deck', 'old a'],
    ]);
    expect(show).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'c', version: 8 }));
  });

  it('undoes by Ctrl+Z on a Korean keyboard, and leaves a field its own undo', async () => {
    await edited();
    fireEvent.keyDown(screen.getByLabelText('Search'), { key: 'z', code: 'KeyZ', ctrlKey: true });
    press({ key: 'z' });
    expect(sent).toHaveBeenCalledTimes(1);
    press({ key: 'ㅋ', ctrlKey: true });
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
  });

  it('leaves alone what others changed since, says so, and takes back the rest', async () => {
    const undo = await edited();
    const stale = { pointer: '/edits/1/version', reason: 'stale', message: '' };
    sent.mockResolvedValueOnce(Response.json({ code: 'conflict', errors: [stale] }, { status: 409 }));
    await userEvent.click(undo);
    await screen.findByText(/^1 pair was changed by someone else/);
    expect(edits().map((all) => all.map(({ pairId }) => pairId).join(''))).toEqual(['abc', 'abc', 'ac']);
    await userEvent.click(await screen.findByRole('button', { name: /^Redo/ }));
    await waitFor(() =>
      expect(
        edits()
          .at(-1)
          ?.map(({ pairId }) => pairId),
      ).toEqual(['a', 'c']),
    );
  });

  it('keeps a step whose undoing did not reach the server', async () => {
    const undo = await edited();
    sent.mockRejectedValue(new TypeError('no network'));
    await userEvent.click(undo);
    await screen.findByText(/could not be undone/, {}, { timeout: 5_000 });
    expect(screen.getByRole('button', { name: /^Undo: Next/ })).toHaveProperty('disabled', false);
  });
});
