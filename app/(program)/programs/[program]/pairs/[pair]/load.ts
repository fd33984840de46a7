import { cache } from 'react';
import { readAddress } from '@/components/pair/filter/address';
import { listParams } from '@/components/pair/pair-address';
import { logAt } from '@/lib/amount/rules';
import type { RawQuery } from '@/lib/core/address';
import type { Day } from '@/lib/core/days';
import { isAppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { listPossibleOwners } from '@/lib/pair/queries/facets';
import { listNeighbours, listPairs } from '@/lib/pair/queries/list';
import { listTimeline } from '@/lib/pair/queries/timeline';
import type { Neighbours, PairItem } from '@/lib/pair/schema';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { type Clocks, clocksOf } from '@/lib/program/rules';
import { getPair } from '@/lib/record/queries';
import type { PairRecord } from '@/lib/record/schema';

/** Read once a request, for the page and for its title. */
export const pairOf = cache(async (slug: string, pairId: string) =>
  orNotFound(getPair(await requireProgram(slug), { pairId })),
);

/** All that the pair's page shows, read side by side; in a view of the past, how the pair stood then. */
export async function loadPair(scope: ProgramScope, pairId: string, query: RawQuery) {
  const params = listParams(query);
  const { asOf, knownOn } = readAddress(query);
  const clocks = clocksOf(scope.program, new Date(), asOf || null, knownOn || null);
  const [record, entries, owners, neighbours] = await Promise.all([
    pairOf(scope.program.slug, pairId),
    orNotFound(listTimeline(scope, { pairId })),
    orNotFound(listPossibleOwners(scope, { pairId })),
    findNeighbours(scope, pairId, params),
  ]);
  // The story tells what happened to a meeting; its own log stays on the server.
  const meetings = record.meetings.map(({ events: _events, ...meeting }) => meeting);
  const pair = { ...record, meetings };
  if (clocks.isNow) return { pair, entries, owners, neighbours, clocks, existed: true };
  const then = await findThen(scope, pair, { ...(asOf && { asOf }), ...(knownOn && { knownOn }) });
  return { pair: asItStood(pair, then, clocks), entries, owners, neighbours, clocks, existed: Boolean(then) };
}

/** The record with stage, status, next step and money of the date of the clocks; a pair not yet there is a candidate. */
function asItStood<Pair extends Omit<PairRecord, 'meetings'>>(
  pair: Pair,
  then: PairItem | undefined,
  { asOf, before, knownBefore }: Clocks,
): Pair {
  const wasSo = (entry: { effectiveAt: string; recordedAt: string }) =>
    new Date(entry.effectiveAt) < before && (!knownBefore || new Date(entry.recordedAt) < knownBefore);
  return {
    ...pair,
    stage: then?.stage ?? 'candidate',
    status: then?.status ?? 'open',
    reasonCode: then?.reasonCode ?? null,
    amounts: then?.amounts ?? [],
    nextStep: then?.nextStep ?? null,
    events: pair.events.filter(wasSo),
    statusEvents: pair.statusEvents.filter(wasSo),
    outcomes: standingOf(pair.outcomes.filter(wasSo)),
    amountHistory: logAt(pair.amountHistory, asOf, knownBefore),
  };
}

/** Of a meeting's outcomes the one recorded last stands. */
function standingOf(outcomes: PairRecord['outcomes']): PairRecord['outcomes'] {
  return outcomes.map((one) => {
    const later = outcomes.some((o) => o.meetingId === one.meetingId && o.recordedAt > one.recordedAt);
    return { ...one, stands: !later };
  });
}

/** An address with a filter that is none shows its pair all the same, without neighbours. */
async function findNeighbours(
  scope: ProgramScope,
  pairId: string,
  params: Record<string, string>,
): Promise<Neighbours> {
  try {
    return await listNeighbours(scope, { ...params, pairId } as Parameters<typeof listNeighbours>[1]);
  } catch (error) {
    if (isAppError(error)) return { previous: null, next: null };
    throw error;
  }
}

async function findThen(
  scope: ProgramScope,
  { startup, investor }: PairItem,
  asked: { asOf?: Day; knownOn?: Day },
): Promise<PairItem | undefined> {
  const pair = { startup: [startup.id], investor: [investor.id] };
  const { items } = await listPairs(scope, { ...pair, ...asked, limit: 1 });
  return items[0];
}
