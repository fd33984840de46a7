// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { HistoryButtons } from '../history/history-buttons';
import { BulkChange } from './bulk-change';
import type { BulkKind } from './change-frame';

const OFFICER = { id: 'o1', name: '김담당', nameEn: 'Officer Kim', startupId: null };
const step = { text: 'Call', on: null, owner: null };
const PAIRS = ['a', 'b', 'c', 'd'].map((id, index) =>
  pairItem({
    ...{ id, version: 3, status: index === 0 ? 'on_hold' : 'open' },
    ...{ nextStep: index < 2 ? step : null, investor: { id, name: `Firm ${id}` } },
  }),
);
const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const bodies = () => sent.mock.calls.filter(([, { method }]) => method !== 'GET').map(bodyOf);
const bodyOf = ([path, { body }]: [string, RequestInit]) => ({
  ...{ path: path.replace('/api/v1/programs/sample/', ''), body: JSON.parse(String(body)) },
});
const [show, onClose, onDone] = [vi.fn<(pair: PairItem) => void>(), vi.fn(), vi.fn()];
answerRequests(sent);
beforeEach(() => {
  for (const mock of [show, onClose, onDone]) mock.mockReset();
});

const open = (kind: BulkKind) =>
  renderWithMessages(
    <>
      <HistoryButtons />
      <BulkChange kind={kind} pairs={PAIRS} people={[OFFICER]} {...{ show, onClose, onDone }} />
    </>,
  );
const preview = () => within(screen.getByRole('dialog')).getByRole('status');
const press = (name: RegExp | string) => userEvent.click(screen.getByRole('button', { name }));

describe('a change of the chosen pairs', () => {
  it('closes them for one reason: shown first, sent together, undone as one', async () => {
    sent.mockImplementation(async (path, { body }) => {
      const input = JSON.parse(String(body));
      if (path.endsWith('/undo'))
        return Response.json({ pairs: PAIRS.map((pair) => ({ ...pair, version: 5 })) });
      const moved = input.pairs.map(({ pairId }: { pairId: string }) => ({
        ...{ pair: pairItem({ id: pairId, status: 'passed', version: 4 }), eventId: `e-${pairId}` },
      }));
      return Response.json({ moved });
    });
    open('status');
    await userEvent.click(screen.getByRole('radio', { name: 'On hold' }));
    expect(preview().textContent).toMatch(/3 pairs change.*Open → On hold: 3.*Already so: 1/);
    await userEvent.click(screen.getByRole('radio', { name: 'Investor passed' }));
    expect(preview().textContent).toMatch(
      /4 pairs change.*Open → Investor passed: 3.*On hold → Investor passed: 1/,
    );
    expect(screen.getByRole('button', { name: 'Change 4' })).toHaveProperty('disabled', true);
    await userEvent.selectOptions(screen.getByLabelText(/^Reason/), 'sector');
    await press('Change 4');
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onDone).toHaveBeenCalledTimes(1);
    await press('Undo');
    await waitFor(() => expect(bodies()).toHaveLength(2));
    expect(bodies()).toMatchObject([
      { path: 'pairs/statuses', body: { status: 'passed', reasonCode: 'sector', pairs: { length: 4 } } },
      { path: 'pairs/moves/undo', body: { eventIds: ['e-a', 'e-b', 'e-c', 'e-d'] } },
    ]);
  });

  it('dates the next steps that there are, and says of the others why not', async () => {
    open('nextStep');
    expect(preview().textContent).toBe('');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Change' }).disabled).toBe(true);
    await userEvent.selectOptions(screen.getByLabelText('Owner'), 'o1');
    expect(preview().textContent).toMatch(/2 pairs change.*no next step to date or assign: 2/);
    await userEvent.type(screen.getByLabelText('Next step'), 'Send the deck');
    expect(preview().textContent).toMatch(/4 pairs change.*Call → Send the deck · Officer Kim: 2/);
    sent.mockRejectedValue(new TypeError('no network'));
    await press('Change 4');
    await within(screen.getByRole('dialog')).findByRole('alert', {}, { timeout: 5_000 });
    expect(onClose).not.toHaveBeenCalled();
    expect(bodies()[0]?.body.edits[2]).toEqual({
      ...{ pairId: 'c', version: 3 },
      changes: { nextStep: 'Send the deck', nextStepOwnerId: 'o1' },
      base: { nextStep: null, nextStepOwnerId: null },
    });
  });

  it('tells what others changed meanwhile, and changes the rest', async () => {
    const stale = { pointer: '/edits/1/version', reason: 'stale', message: '' };
    sent.mockResolvedValueOnce(Response.json({ code: 'conflict', errors: [stale] }, { status: 409 }));
    sent.mockImplementationOnce(async (_, { body }) =>
      Response.json({
        pairs: JSON.parse(String(body)).edits.map(({ pairId }: { pairId: string }) =>
          pairItem({ id: pairId }),
        ),
      }),
    );
    open('owner');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: /^Officer in charge/ }), 'o1');
    await press('Change 4');
    await screen.findByText('Officer in charge: 3 pairs changed.');
    await screen.findByText(/^1 pair had been changed in the meantime/);
    expect(bodies()[1]?.body.edits.map(({ pairId }: { pairId: string }) => pairId)).toEqual(['a', 'c', 'd']);
  });

  it('reads the wishes before it enters the office’s, and leaves a no-thanks alone', async () => {
    const items = PAIRS.map(({ id }, index) => ({
      ...{ pair: { id }, wish: index === 3 ? 'no_thanks' : 'like', own: index === 0 ? 'like' : null },
      officeWeight: null,
    }));
    const undo = { words: [{ pairId: 'b', said: null, was: 'like' }] };
    sent.mockImplementation(async (_, { method }) =>
      Response.json(method === 'GET' ? { items } : { changed: 2, undo }),
    );
    open('wish');
    await waitFor(() => expect(preview().textContent).toMatch(/2 pairs change.*None → Like: 2/));
    expect(preview().textContent).toMatch(/Already so: 1.*the two do not meet, which is final: 1/);
    await press('Change 2');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(bodies()[0]).toEqual({
      path: 'wishes',
      body: { words: ['b', 'c'].map((pairId) => ({ pairId, said: 'like', was: null })) },
    });
  });
});
