// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { timetableOperations } from '@/lib/timetable/operations';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { withRemoved } from './plan-changes';
import { usePlan } from './use-plan';

/** A change is sent twice before the network counts as lost. */
const LATE = { timeout: 5_000 };

function planOf(version: number, pairIds: readonly string[]): TimetableGrid {
  return {
    timetable: { id: 'draft', version },
    meetings: pairIds.map((pairId) => ({ pairId })),
  } as unknown as TimetableGrid;
}

function Plan() {
  const { grid, change, isBusy } = usePlan('sample', planOf(1, ['a', 'b', 'c']));
  return (
    <>
      <output aria-label="Placed">{grid.meetings.map(({ pairId }) => pairId).join(' ')}</output>
      {grid.meetings.map(({ pairId }) => (
        <button
          key={pairId}
          type="button"
          onClick={() =>
            change({
              show: (before) => withRemoved(before, pairId),
              operation: timetableOperations.removeFromDraft,
              input: { pairId },
            })
          }
        >
          {`Remove ${pairId}`}
        </button>
      ))}
      <output aria-label="Busy">{String(isBusy)}</output>
    </>
  );
}

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
answerRequests(sent);

const remove = (pairId: string) => userEvent.click(screen.getByRole('button', { name: `Remove ${pairId}` }));
const placed = () => screen.getByLabelText('Placed').textContent;
const isAtRest = () => waitFor(() => expect(screen.getByLabelText('Busy').textContent).toBe('false'), LATE);

it('7.25 a change that did not reach the server goes from the plan again, and one before it stays', async () => {
  renderWithMessages(<Plan />);
  sent.mockImplementationOnce(async () => Response.json({ timetableId: 'draft', version: 2 }));
  sent.mockRejectedValue(new TypeError('no network'));
  await remove('a');
  await remove('b');
  expect(placed()).toBe('c');
  await isAtRest();
  expect(placed()).toBe('b c');
  expect(screen.getByText(/could not be reached/)).toBeTruthy();
});

it('is read anew when a burst is over, each change with the version that the one before left', async () => {
  renderWithMessages(<Plan />);
  const versions: unknown[] = [];
  const isPressedTwice = Promise.withResolvers<void>();
  sent.mockImplementation(async (_, { method, body }) => {
    if (method === 'GET') return Response.json(planOf(9, ['c', 'd']));
    versions.push(JSON.parse(String(body)).version);
    await isPressedTwice.promise;
    return Response.json({ timetableId: 'draft', version: versions.length + 1 });
  });
  await remove('a');
  await remove('b');
  isPressedTwice.resolve();
  await isAtRest();
  expect(versions).toEqual([1, 2]);
  expect(placed()).toBe('c d');
});
