import type { DifferenceItem } from '../schema/questions';
import type { Facts, Planned } from './facts';

export type Names = Pick<Facts, 'pairs' | 'startups' | 'investors' | 'slots'>;

/** What differs between two plans of a stage, startup by startup in the order of time. */
export function differenceOf(
  facts: Names,
  from: readonly Planned[],
  to: readonly Planned[],
): { items: DifferenceItem[]; kept: number } {
  const was = new Map(from.map((meeting) => [meeting.pairId, meeting]));
  const is = new Map(to.map((meeting) => [meeting.pairId, meeting]));
  const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
  const startups = new Map(facts.startups.map((each, at) => [each.id, { ...each, at }]));
  const investors = new Map(facts.investors.map((each) => [each.id, each]));
  const place = new Map(facts.slots.map(({ id }, at) => [id, at]));
  let kept = 0;
  const items: DifferenceItem[] = [];
  for (const pairId of new Set([...was.keys(), ...is.keys()])) {
    const pair = pairOf.get(pairId);
    const startup = pair && startups.get(pair.startupId);
    const investor = pair && investors.get(pair.investorId);
    if (!startup || !investor) continue;
    const kind = kindOf(was.get(pairId), is.get(pairId));
    if (!kind) kept += 1;
    else {
      items.push({
        pairId,
        startup: { id: startup.id, name: startup.name, nameEn: startup.nameEn },
        investor: { id: investor.id, name: investor.name },
        kind,
        from: placeOf(was.get(pairId)),
        to: placeOf(is.get(pairId)),
      });
    }
  }
  const order = (item: DifferenceItem) =>
    (startups.get(item.startup.id)?.at ?? 0) * 100_000 +
    (place.get((item.to ?? item.from)?.slotId ?? '') ?? 0);
  return { items: items.sort((a, b) => order(a) - order(b)), kept };
}

function kindOf(was: Planned | undefined, is: Planned | undefined): DifferenceItem['kind'] | null {
  if (!was) return 'added';
  if (!is) return 'removed';
  if (was.slotId !== is.slotId) return 'moved';
  return was.tableId === is.tableId ? null : 'table_changed';
}

function placeOf(meeting: Planned | undefined): DifferenceItem['from'] {
  return meeting ? { slotId: meeting.slotId, tableId: meeting.tableId } : null;
}

export function countsOf(items: readonly DifferenceItem[], kept: number) {
  const of = (kind: DifferenceItem['kind']) => items.filter((item) => item.kind === kind).length;
  return {
    added: of('added'),
    removed: of('removed'),
    moved: of('moved'),
    tableChanged: of('table_changed'),
    kept,
  };
}

/** A whole number below 2^31 that differs from plan to plan, whatever the order of its meetings (FNV-1a). */
export function markOf(plan: readonly Planned[]): number {
  const text = plan
    .map(({ pairId, slotId, tableId }) => `${pairId} ${slotId} ${tableId ?? ''}`)
    .sort()
    .join('\n');
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) & 0x7fffffff;
}
