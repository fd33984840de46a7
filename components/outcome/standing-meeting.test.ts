import { expect, test } from 'vitest';
import { meetingOf, standingOf } from './use-outcome-form';

const NOW = new Date('2023-04-28T21:00:00Z');
const read = { meeting: { version: 1 }, offered: ['held', 'investor', 'startup'] as const, asStartup: true };
const held = {
  version: 2,
  state: 'held',
  noShowSide: null,
  startsAt: '2023-04-28T18:30:00Z',
  markedByOffice: true,
} as const;

test('7.36 after a refusal the form goes by the meeting that the refusal brought', () => {
  expect(standingOf(read, null, NOW)).toEqual({
    version: 1,
    offered: ['held', 'investor', 'startup'],
    isCancelled: false,
  });
  expect(standingOf(read, meetingOf(held), NOW)).toEqual({
    version: 2,
    offered: ['held'],
    isCancelled: false,
  });
  const missed = { ...held, state: 'no_show' as const, noShowSide: 'startup' as const };
  expect(standingOf(read, missed, NOW).offered).toEqual([]);
  const cancelled = { ...held, state: 'cancelled' as const, markedByOffice: false };
  expect(standingOf(read, cancelled, NOW)).toEqual({ version: 2, offered: [], isCancelled: true });
});

test('7.36 a page that was read later than the refusal goes by what it read', () => {
  const reread = { ...read, meeting: { version: 3 } };
  expect(standingOf(reread, held, NOW)).toMatchObject({
    version: 3,
    offered: ['held', 'investor', 'startup'],
  });
});

test('7.36 of the records a refusal may bring only the meeting says how it stands', () => {
  expect(meetingOf(held)).toBe(held);
  for (const other of [undefined, null, { version: 4, nextStep: null }]) expect(meetingOf(other)).toBeNull();
});
