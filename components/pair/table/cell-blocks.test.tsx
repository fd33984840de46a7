// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PairItem } from '@/lib/pair/schema';
import { KIM, LEE, STEP, showTable, TABLE_PAIRS, tableCell, tableRequests } from '@/scripts/test/shown-table';

type Sent = { edits: { pairId: string; version: number; changes: Record<string, string | null> }[] };
const people = [KIM, LEE];
const sent = tableRequests();
const bodies = () => sent.mock.calls.map(([, { body }]) => JSON.parse(String(body)) as Sent);

const focus = (row: number, column: string) => act(() => tableCell(row, column)?.focus());
const paste = (text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
  fireEvent(document.activeElement ?? document.body, event);
};

beforeEach(() => {
  // As the server: what is changed is written, the version goes on, all or none.
  sent.mockImplementation(async (path, { body }) => {
    const input = JSON.parse(String(body));
    if (!path.endsWith('/edits')) return Response.json({ pair: written({ pairId: 'p0', ...input }) });
    return Response.json({ pairs: (input as Sent).edits.map(written) });
  });
});

function written({ pairId, version, changes }: Sent['edits'][number]): PairItem {
  const pair = TABLE_PAIRS.find(({ id }) => id === pairId) as PairItem;
  const text = changes.nextStep === undefined ? STEP.text : changes.nextStep;
  const nextStep = text ? { ...STEP, text, on: changes.nextStepOn ?? STEP.on } : null;
  const owner = people.find(({ id }) => id === changes.ownerId) ?? null;
  return { ...pair, version: version + 1, nextStep, owner };
}

describe('pasting', () => {
  it('shows what would change and what would not, writes nothing before it is applied, then all at once', async () => {
    showTable({ people });
    focus(0, 'Next step');
    paste('Call back\t2023-07-01\r\nMeet them\tsome day\r\n');
    const dialog = within(await screen.findByRole('dialog'));
    const [changes, refused] = await dialog.findAllByRole('table');
    const lines = (table: HTMLElement | undefined) =>
      [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
        [...row.children].map((each) => each.textContent),
      );
    expect(lines(changes).map(([, ...rest]) => rest)).toEqual([
      ['Next step', 'Send the deck', 'Call back'],
      ['Due', '2023-06-01', '2023-07-01'],
      ['Next step', 'Send the deck', 'Meet them'],
    ]);
    expect(lines(refused).map(([, ...rest]) => rest)).toEqual([['Due', 'some day', 'Not a date.']]);
    expect(sent).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Apply 3 changes' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent.mock.calls[0]?.[0]).toBe('/api/v1/programs/sample/pairs/edits');
    expect(bodies()).toHaveLength(1);
    expect(bodies()[0]?.edits.map(({ pairId, version, changes }) => [pairId, version, changes])).toEqual([
      ['p0', 7, { nextStep: 'Call back', nextStepOn: '2023-07-01' }],
      ['p1', 7, { nextStep: 'Meet them' }],
    ]);
    expect([tableCell(0, 'Next step'), tableCell(1, 'Next step')].map((each) => each?.textContent)).toEqual([
      'Call back',
      'Meet them',
    ]);
  });

  it('is taken back in one step, over the versions that it made', async () => {
    showTable({ people });
    focus(0, 'Next step');
    paste('Call back\r\nMeet them');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(await dialog.findByRole('button', { name: 'Apply 2 changes' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(tableCell(0, 'Next step')?.textContent).toBe('Send the deck'));
    expect(bodies()[1]?.edits.map(({ pairId, version, changes }) => [pairId, version, changes])).toEqual([
      ['p0', 8, { nextStep: 'Send the deck' }],
      ['p1', 8, { nextStep: 'Send the deck' }],
    ]);
  });

  it('fills the whole range with one cell', async () => {
    showTable({ people });
    focus(0, 'Officer');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    paste('officer lee');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(await dialog.findByRole('button', { name: 'Apply 3 changes' }));
    await waitFor(() =>
      expect(bodies()[0]?.edits.map(({ changes }) => changes)).toEqual(Array(3).fill({ ownerId: 'o2' })),
    );
  });

  it('asks how dates are written, and reads them then', async () => {
    showTable({ people });
    focus(0, 'Due');
    paste('03/07/2023');
    const dialog = within(await screen.findByRole('dialog'));
    expect((await dialog.findByRole('button', { name: 'Apply' })).hasAttribute('disabled')).toBe(true);
    await userEvent.click(dialog.getByRole('radio', { name: 'Day, month, year' }));
    expect(dialog.getByText('2023-07-03')).toBeTruthy();
    expect(dialog.getByRole('button', { name: 'Apply 1 change' })).toBeTruthy();
  });

  it('names the pair that the server refused, and keeps what was pasted', async () => {
    const errors = [{ pointer: '/edits/1/version', reason: 'stale', message: 'Changed meanwhile.' }];
    sent.mockImplementation(async () => Response.json({ code: 'conflict', errors }, { status: 409 }));
    showTable({ people });
    focus(0, 'Next step');
    paste('Call back\r\nMeet them');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(await dialog.findByRole('button', { name: 'Apply 2 changes' }));
    expect((await dialog.findByRole('alert')).textContent).toMatch(/Beta.*: Changed meanwhile\./);
    expect(dialog.getByText('Meet them')).toBeTruthy();
    expect(tableCell(0, 'Next step')?.textContent).toBe('Send the deck');
  });

  it('is nothing for those who may not edit, and in a field the field’s own', async () => {
    showTable({ can: { move: false, edit: false, assign: false }, people });
    focus(0, 'Next step');
    paste('Call back');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('filling down and clearing', () => {
  it('fills the range from its first row at once, and can be taken back', async () => {
    showTable({ people });
    focus(0, 'Next step');
    await userEvent.keyboard('{Enter}Only here{Enter}');
    await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
    sent.mockClear();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}');
    await waitFor(() => expect(bodies()).toHaveLength(1));
    expect(bodies()[0]?.edits.map(({ pairId, changes }) => [pairId, changes])).toEqual([
      ['p1', { nextStep: 'Only here' }],
      ['p2', { nextStep: 'Only here' }],
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeTruthy();
  });

  it('clears the range at once, with what depends on the step', async () => {
    showTable({ people });
    focus(0, 'Next step');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    await waitFor(() => expect(tableCell(0, 'Next step')?.textContent).toBe(''));
    expect(bodies()[0]?.edits.map(({ changes }) => changes)).toEqual(
      Array(2).fill({ nextStep: null, nextStepOn: null }),
    );
  });

  it('asks before it clears where some cells cannot be cleared, and says why where none can', async () => {
    showTable({ people });
    focus(0, 'Next step');
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}{Delete}');
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByRole('heading', { name: '1 cell stays as it is' })).toBeTruthy();
    expect(sent).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
    focus(0, 'Stage');
    await userEvent.keyboard('{Delete}');
    expect(await screen.findByText(/stage menu/)).toBeTruthy();
    expect(sent).not.toHaveBeenCalled();
  });
});
