import { formatTime, zoneName } from '@/lib/core/dates';
import type { Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { type PersonName, shownName } from '@/lib/core/shown-name';
import type { Tx } from '@/lib/platform/database';
import { pairNameById } from '../rules/blocked';
import type { Facts } from '../rules/facts';
import type { Changes, Where } from '../rules/publication';

type Reader = { scope: ProgramScope; facts: Facts };
type Meeting = { pairId: string; startsAt: string | undefined; name?: string; by?: PersonName | null };

/** Why a publication cannot do something to a meeting: whose it is, when, and who changed it, in the reader's language. */
export function refusalOfMeeting(
  { scope, facts }: Reader,
  reason: string,
  { pairId, startsAt, name, by }: Meeting,
): Refusal {
  const { locale } = scope.viewer;
  const { zone } = facts.setup;
  const at = startsAt ? new Date(startsAt) : null;
  const params = {
    pair: name ?? pairNameById(facts, pairId, locale),
    time: at ? `${formatTime(at, zone)} ${zoneName(at, zone)}` : '–',
    ...(by === undefined ? {} : { by: by ? shownName(by, locale) : '–' }),
  };
  return { reason, params, current: { pairId } };
}

/** What a meeting's own command refuses, as publishing names it among many meetings. */
const AMONG_MANY: Partial<Record<string, string>> = {
  pair_closed: 'pair_closed_meanwhile',
  gate_no_thanks: 'pair_does_not_meet',
};

export function refusalsAmongMany(
  reader: Reader,
  refusals: readonly Refusal[],
  { pairId, to }: { pairId: string; to: Where },
): Refusal[] {
  return refusals.map((refusal) => {
    const reason = AMONG_MANY[refusal.reason];
    return reason ? refusalOfMeeting(reader, reason, { pairId, startsAt: to.startsAt }) : refusal;
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
  const { locale } = scope.viewer;
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
  return pairs.map(({ id: pairId, startup, investor }) =>
    refusalOfMeeting({ scope, facts }, 'party_archived_meanwhile', {
      ...{ pairId, startsAt: placed.get(pairId)?.startsAt },
      name: `${shownName(startup, locale)} · ${shownName(investor, locale)}`,
    }),
  );
}
