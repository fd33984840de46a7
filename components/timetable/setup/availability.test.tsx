// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BlackoutGrid, BlackoutRow } from '@/lib/timetable/schema/wishes';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { Availability } from './availability';

const SLOTS = ['09:00', '09:30', '10:00'].map((time, at) => ({
  id: `slot-${at}`,
  startsAt: `2023-04-28T${time}:00.000Z`,
  endsAt: `2023-04-28T${time.replace(':00', ':25').replace(':30', ':55')}:00.000Z`,
  day: '2023-04-28',
}));
const row = (kind: BlackoutRow['kind'], name: string, more: Partial<BlackoutRow> = {}): BlackoutRow => ({
  ...{ kind, id: name, name, nameEn: name, of: null, away: [], busy: [], fixedTable: null },
  ...more,
});
const GRID: BlackoutGrid = {
  slots: SLOTS,
  rows: [row('startup', 'Ada'), row('startup', 'Bora', { busy: ['slot-1'] }), row('investor', 'Firm 7')],
};

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();

answerRequests(sent);
beforeEach(() => {
  sent.mockImplementation(async () => Response.json({ changed: 1 }));
  renderWithMessages(
    <Availability
      imports={null}
      stage="main_session"
      grid={GRID}
      zones={['UTC', 'UTC']}
      booked={{}}
      canPaint
    />,
  );
});

/** The squares of a party, as a reader of the screen hears them. */
const statesOf = (name: string) =>
  squaresOf(name).map((square) =>
    [square.getAttribute('aria-label'), square.ariaSelected ?? square.getAttribute('aria-selected')].join(
      ' ',
    ),
  );

function squaresOf(name: string): HTMLElement[] {
  const line = screen.getByRole('rowheader', { name: new RegExp(name) }).closest('tr');
  return [...(line?.querySelectorAll<HTMLElement>('td') ?? [])];
}
const square = (name: string, column: number) => squaresOf(name)[column] as HTMLElement;

/** Each stroke as the server was told it: party, slots, away. */
const strokes = () =>
  sent.mock.calls.map(([path, init]) => {
    expect([path, init.method]).toEqual(['/api/v1/programs/sample/timetables/blackouts', 'POST']);
    const { stage, paints } = JSON.parse(String(init.body));
    expect(stage).toBe('main_session');
    return paints.map(
      ({ party, slotIds, away }: { party: { id: string }; slotIds: string[]; away: boolean }) =>
        `${party.id} ${slotIds.join('+')} ${away ? 'away' : 'free'}`,
    );
  });

function drag(from: HTMLElement, over: HTMLElement[]) {
  const mouse = { button: 0, pointerId: 1, pointerType: 'mouse' };
  fireEvent.pointerDown(from, mouse);
  for (const each of over) fireEvent.pointerOver(each, mouse);
  fireEvent.pointerUp(over.at(-1) ?? from, mouse);
}

describe('painting availability', () => {
  it('a drag paints the squares between its corners as one stroke, and passes over what is busy', async () => {
    drag(square('Ada', 0), [square('Ada', 1), square('Bora', 1)]);
    await waitFor(() => expect(strokes()).toEqual([['Ada slot-0+slot-1 away', 'Bora slot-0 away']]));
    expect(statesOf('Ada')).toEqual(['Unavailable false', 'Unavailable false', 'Available false']);
    expect(statesOf('Bora')).toEqual(['Unavailable false', 'Other appointment false', 'Available false']);
  });

  it('undo takes the whole stroke back, and no square more', async () => {
    drag(square('Ada', 2), [square('Ada', 2)]);
    await screen.findByText('Ada: 1 slot marked unavailable');
    drag(square('Ada', 0), [square('Ada', 2)]);
    await screen.findByText('Ada: 2 slots marked unavailable');
    const [, second] = screen.getAllByRole('button', { name: /Undo/ });
    await userEvent.click(second as HTMLElement);
    await waitFor(() =>
      expect(strokes()).toEqual([
        ['Ada slot-2 away'],
        ['Ada slot-0+slot-1 away'],
        ['Ada slot-0+slot-1 free'],
      ]),
    );
    expect(statesOf('Ada')).toEqual(['Available false', 'Available false', 'Unavailable false']);
  });

  it('keys: Shift and arrows select, Space paints the selection, Escape lets go of it', async () => {
    square('Ada', 0).focus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    expect(statesOf('Bora')).toEqual(['Available true', 'Other appointment true', 'Available false']);
    await userEvent.keyboard('{Escape}');
    expect(statesOf('Bora')).toEqual(['Available false', 'Other appointment false', 'Available false']);
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift} ');
    await waitFor(() => expect(strokes()).toEqual([['Bora slot-2 away']]));
    await userEvent.keyboard('{ArrowUp} ');
    await waitFor(() => expect(strokes()[1]).toEqual(['Ada slot-2 away']));
    await userEvent.keyboard(' ');
    await waitFor(() => expect(strokes()[2]).toEqual(['Ada slot-2 free']));
  });

  it('a heading paints its whole row, its column, or its group in a slot', async () => {
    await userEvent.click(screen.getByRole('button', { name: /^Ada/ }));
    await userEvent.click(
      screen.getByRole('columnheader', { name: /^10:00/ }).querySelector('button') as HTMLElement,
    );
    await waitFor(() =>
      expect(strokes()).toEqual([
        ['Ada slot-0+slot-1+slot-2 away'],
        ['Bora slot-2 away', 'Firm 7 slot-2 away'],
      ]),
    );
  });

  it('a stroke that is refused goes back, with the reason', async () => {
    sent.mockImplementation(async () =>
      Response.json(
        { code: 'conflict', errors: [{ pointer: '/paints', reason: 'x', message: 'The slot is gone.' }] },
        { status: 409 },
      ),
    );
    drag(square('Ada', 0), [square('Ada', 0)]);
    expect(statesOf('Ada')[0]).toBe('Unavailable false');
    expect(await screen.findByText(/The slot is gone\./)).toBeTruthy();
    expect(statesOf('Ada')[0]).toBe('Available false');
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
  });
});
