import { cache } from 'react';
import { listParams, type Query } from '@/components/pair/pair-address';
import { parseDay } from '@/lib/core/dates';
import { isAppError } from '@/lib/core/errors';
import type { ProgramScope } from '@/lib/core/scope';
import { listPairs } from '@/lib/pair/queries/list';
import { listNeighbours, type Neighbours } from '@/lib/pair/queries/neighbours';
import { listPossibleOwners } from '@/lib/pair/queries/owners';
import { listTimeline } from '@/lib/pair/queries/timeline';
import type { PairItem } from '@/lib/pair/rules/item';
import { orNotFound } from '@/lib/platform/page';
import { requireProgram } from '@/lib/platform/viewer';
import { clocksOf } from '@/lib/program/rules';
import { getPair } from '@/lib/record/queries';

/** Read once a request, for the page and for its title. */
export const pairOf = cache(async (slug: string, pairId: string) =>
  orNotFound(getPair(await requireProgram(slug), { pairId })),
);

/** All that the pair's page shows, read side by side; in a view of the past, how the pair stood then. */
export async function loadPair(scope: ProgramScope, pairId: string, query: Query) {
  const params = listParams(query);
  const clocks = clocksOf(
    scope.program,
    new Date(),
    parseDay(params.asOf ?? ''),
    parseDay(params.knownOn ?? ''),
  );
  const [record, entries, owners, neighbours] = await Promise.all([
    pairOf(scope.program.slug, pairId),
    orNotFound(listTimeline(scope, { pairId })),
    orNotFound(listPossibleOwners(scope, { pairId })),
    findNeighbours(scope, pairId, params),
  ]);
  // The story tells what happened to a meeting; its own log stays on the server.
  const meetings = record.meetings.map(({ events: _events, ...meeting }) => meeting);
  const pair = { ...record, meetings };
  const then = clocks.isNow ? undefined : await findThen(scope, pair, params);
  return { pair, entries, owners, neighbours, clocks, then };
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
  { asOf, knownOn }: Record<string, string>,
): Promise<PairItem | undefined> {
  const { items } = await listPairs(scope, {
    startup: [startup.id],
    investor: [investor.id],
    ...(parseDay(asOf ?? '') ? { asOf } : {}),
    ...(parseDay(knownOn ?? '') ? { knownOn } : {}),
    limit: 1,
  });
  return items[0];
}
