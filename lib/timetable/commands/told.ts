import { formatTime, zoneName } from '@/lib/core/dates';
import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { Tx } from '@/lib/platform/database';
import { pairName } from '../rules/blocked';
import type { Facts } from '../rules/facts';
import type { Changes, Where } from './apply';

type Reader = { scope: ProgramScope; facts: Facts };

/** Why a publication cannot do something to a meeting: whose it is and when, in the reader's language. */
export function told(
  { scope, facts }: Reader,
  reason: string,
  { pairId, startsAt, name }: { pairId: string; startsAt: Date | undefined; name?: string },
): Refusal {
  const { zone } = facts.setup;
  const time = startsAt ? `${formatTime(startsAt, zone)} ${zoneName(startsAt, zone)}` : '–';
  const pair = name ?? pairName(facts, pairId, scope.viewer.locale);
  return { reason, params: { pair, time }, current: { pairId } };
}

/** What the meeting's own command says of one meeting, as publishing says it of many. */
const OF_MANY: Partial<Record<string, string>> = {
  pair_closed: 'pair_closed_meanwhile',
  gate_no_thanks: 'pair_does_not_meet',
};

export function toldOfMany(
  reader: Reader,
  refusals: readonly Refusal[],
  { pairId, to }: { pairId: string; to: Where },
): Refusal[] {
  return refusals.map((refusal) => {
    const reason = OF_MANY[refusal.reason];
    return reason ? told(reader, reason, { pairId, startsAt: new Date(to.startsAt) }) : refusal;
  });
}

/**
 * Meetings that would lie ahead of a startup or an investor archived since: party_archived_meanwhile. Their commands refuse
 * them as well, but as something that is not there. What is archived at this very moment is left to them.
 */
export async function refusalsOfArchived(
  tx: Tx,
  { scope, facts, now }: Reader & { now: Date },
  { book, move, reopen }: Changes,
): Promise<Refusal[]> {
  const ahead = [...move, ...reopen].filter(({ to }) => Date.parse(to.endsAt) > now.getTime());
  const placed = new Map([...book, ...ahead].map(({ pairId, to }) => [pairId, to]));
  const isArchived = { archivedAt: { not: null } };
  const pairs = await tx.pair.findMany({
    where: {
      ...{ programId: scope.programId, id: { in: [...placed.keys()] } },
      OR: [{ startup: isArchived }, { investor: isArchived }],
    },
    select: {
      id: true,
      startup: { select: { name: true, nameEn: true } },
      investor: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  });
  return pairs.map(({ id: pairId, startup, investor }) => {
    const at = placed.get(pairId);
    const name = `${shownName(startup, scope.viewer.locale)} · ${shownName(investor, scope.viewer.locale)}`;
    return told({ scope, facts }, 'party_archived_meanwhile', {
      ...{ pairId, name, startsAt: at && new Date(at.startsAt) },
    });
  });
}
