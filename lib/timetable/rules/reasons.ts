import type { Block, Least, WhyNot } from '@/lib/solver/rules/reasons/reason';
import type { Remedy, SlotBlock, WhyNotAnswer } from '../schema/questions';
import type { PairFact } from './facts';
import type { Mapped } from './instance';
import { weightOf } from './weight';

/** The solver's reason with ids instead of indices. */
export function tellReason(
  mapped: Mapped,
  pair: PairFact,
  found: WhyNot | null,
): Pick<WhyNotAnswer, 'verdict' | 'slots' | 'remedies'> {
  if (!found) return { verdict: 'placed', slots: [], remedies: [] };
  const { reason, least } = found;
  const pairAt = (startup: number, investor: number) =>
    mapped.pairIds[startup * mapped.investorIds.length + investor] ?? null;
  const remedies = least.map((each) => toRemedy(mapped, pair, each, pairAt));
  if (!('slots' in reason)) {
    return { verdict: reason.kind === 'no_thanks' ? 'does_not_meet' : 'blocked', slots: [], remedies };
  }
  const max =
    reason.kind === 'startup_max' || reason.kind === 'investor_max'
      ? [{ kind: reason.kind, pairId: null, partyId: partyOf(pair, reason.kind === 'startup_max') }]
      : [];
  const slots = reason.slots.map(
    ({ slot, blocks }): SlotBlock => ({
      slotId: mapped.slotIds[slot] ?? '',
      blocks: [...blocks.map((block) => toBlock(pair, block, mapped, pairAt)), ...max],
    }),
  );
  if (reason.kind === 'open') return { verdict: 'free', slots, remedies };
  const dropsOnly = least[0] && least[0].gives.length === 0 && least[0].drops.length > 0;
  return { verdict: dropsOnly ? 'outweighed' : 'blocked', slots, remedies };
}

function partyOf(pair: PairFact, isStartup: boolean): string {
  return isStartup ? pair.startupId : pair.investorId;
}

type PairAt = (startup: number, investor: number) => string | null;

function toBlock(pair: PairFact, block: Block, mapped: Mapped, pairAt: PairAt): SlotBlock['blocks'][number] {
  const [startup, investor] = [
    mapped.startupIds.indexOf(pair.startupId),
    mapped.investorIds.indexOf(pair.investorId),
  ];
  switch (block.kind) {
    case 'startup_away':
      return { kind: 'startup_away', pairId: null, partyId: pair.startupId };
    case 'investor_away':
      return { kind: 'investor_away', pairId: null, partyId: pair.investorId };
    case 'blackout':
      return { kind: 'pair_away', pairId: null, partyId: null };
    case 'no_tables':
    case 'tables_full':
      return { kind: 'tables_full', pairId: null, partyId: null };
    case 'table_missing':
      return { kind: 'table_taken', pairId: null, partyId: null };
    case 'table_taken':
      return { kind: 'table_taken', pairId: pairAt(block.startup, block.investor), partyId: null };
    case 'startup_busy':
      return { kind: 'startup_meets', pairId: pairAt(startup, block.investor), partyId: pair.startupId };
    case 'investor_busy':
      return { kind: 'investor_meets', pairId: pairAt(block.startup, investor), partyId: pair.investorId };
    case 'rest':
      return { kind: 'rest', pairId: null, partyId: partyOf(pair, block.side === 'startup') };
  }
}

function toRemedy(mapped: Mapped, pair: PairFact, least: Least, pairAt: PairAt): Remedy {
  const slotAt = (slot: number) => mapped.slotIds[slot] ?? '';
  const give = least.gives[0];
  const base = { slotId: slotAt(least.slot), tableId: null };
  const changes = [
    ...least.moves.map(({ startup, investor, from, to }) => ({
      pairId: pairAt(startup, investor) ?? '',
      fromSlotId: slotAt(from),
      slotId: slotAt(to),
    })),
    ...least.drops.map(([startup, investor, slot]) => ({
      pairId: pairAt(startup, investor) ?? '',
      fromSlotId: slotAt(slot),
      slotId: null,
    })),
  ];
  const weightChange = weightOf(pair) - least.lost;
  const partyId = give && 'side' in give ? partyOf(pair, give.side === 'startup') : null;
  return { ...base, kind: kindOf(least), partyId, changes, weightChange };
}

function kindOf({ gives, moves, drops }: Least): Remedy['kind'] {
  switch (gives[0]?.kind) {
    case 'free_slot':
    case 'lift_blackout':
      return 'if_free';
    case 'table':
      return 'one_more_table';
    case 'one_more':
      return 'raise_max';
    case 'lift_rest':
      return 'lift_rest';
    case undefined:
      if (drops.length > 0) return 'drop';
      return moves.length > 0 ? 'move' : 'free_slot';
  }
}
