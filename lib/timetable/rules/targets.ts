import { isClosed } from '@/lib/pair/rules/stages';
import { type Facts, isAway, type PairFact, type Planned, restAfter, seatsIn } from './facts';

/** Why a pair cannot meet in a slot. `id` is the party or table, `pairId` the meeting that stands there. */
export type TargetBlock =
  | { reason: 'does_not_meet' | 'pair_closed'; id: null; pairId: null }
  | { reason: 'startup_away' | 'investor_away' | 'table_away'; id: string; pairId: null }
  | { reason: 'startup_meets' | 'investor_meets' | 'table_taken'; id: string; pairId: string }
  | { reason: 'no_table_left'; id: null; pairId: null }
  | {
      reason: 'startup_full' | 'investor_full' | 'startup_rests' | 'investor_rests';
      id: string;
      pairId: null;
    };

/** A plan laid out for questions. `except` are pairs whose own meeting does not stand in the way. */
export class Seating {
  readonly facts: Facts;
  private readonly at = new Map<string, string>();
  private readonly load = new Map<string, number>();
  private readonly met = new Map<string, number>();
  private readonly places: Map<string, number>;

  constructor(facts: Facts, plan: readonly Planned[], except: readonly string[] = []) {
    this.facts = facts;
    this.places = new Map(facts.slots.map(({ id }, at) => [id, at]));
    const pairOf = new Map(facts.pairs.map((pair) => [pair.id, pair]));
    for (const { pairId, slotId, tableId } of plan) {
      const pair = pairOf.get(pairId);
      if (!pair || except.includes(pairId)) continue;
      for (const party of [pair.startupId, pair.investorId]) {
        this.at.set(`${party} ${slotId}`, pairId);
        this.met.set(party, (this.met.get(party) ?? 0) + 1);
      }
      if (tableId) this.at.set(`${tableId} ${slotId}`, pairId);
      this.load.set(slotId, (this.load.get(slotId) ?? 0) + 1);
    }
  }

  /** The table the pair would sit at: a fixed one, else the first free one; null where there is none or none is needed. */
  tableFor(pair: PairFact, slotId: string): string | null {
    const { facts } = this;
    if (!facts.setup.usesTables) return null;
    const fixed = facts.fixedTables.get(pair.startupId) ?? facts.fixedTables.get(pair.investorId);
    if (fixed && !isAway(facts, fixed, slotId)) return fixed;
    const kept = new Set(facts.fixedTables.values());
    const free = facts.tables.filter(
      ({ id }) => !isAway(facts, id, slotId) && !this.at.has(`${id} ${slotId}`),
    );
    return (free.find(({ id }) => !kept.has(id)) ?? free[0])?.id ?? null;
  }

  /** The first thing in the way; null where the pair can meet. `tableId` undefined takes whatever table there is. */
  blockOf(pair: PairFact, slotId: string, tableId?: string | null): TargetBlock | null {
    const { facts } = this;
    if (pair.wish === 'no_thanks') return { reason: 'does_not_meet', id: null, pairId: null };
    if (isClosed(pair.status)) return { reason: 'pair_closed', id: null, pairId: null };
    for (const side of ['startup', 'investor'] as const) {
      const id = side === 'startup' ? pair.startupId : pair.investorId;
      if (isAway(facts, id, slotId)) return { reason: `${side}_away`, id, pairId: null };
      const other = this.at.get(`${id} ${slotId}`);
      if (other) return { reason: `${side}_meets`, id, pairId: other };
    }
    return this.tableBlock(pair, slotId, tableId) ?? this.loadBlock(pair, slotId);
  }

  private tableBlock(pair: PairFact, slotId: string, wanted?: string | null): TargetBlock | null {
    const { facts } = this;
    if ((this.load.get(slotId) ?? 0) >= seatsIn(facts, slotId))
      return { reason: 'no_table_left', id: null, pairId: null };
    const table = wanted === undefined ? this.tableFor(pair, slotId) : wanted;
    if (!table) {
      const needed = wanted === undefined && facts.setup.usesTables;
      return needed ? { reason: 'no_table_left', id: null, pairId: null } : null;
    }
    if (isAway(facts, table, slotId)) return { reason: 'table_away', id: table, pairId: null };
    const other = this.at.get(`${table} ${slotId}`);
    return other ? { reason: 'table_taken', id: table, pairId: other } : null;
  }

  private loadBlock(pair: PairFact, slotId: string): TargetBlock | null {
    const { rules } = this.facts;
    for (const side of ['startup', 'investor'] as const) {
      const id = side === 'startup' ? pair.startupId : pair.investorId;
      const max = side === 'startup' ? rules.startupMax : rules.investorMax;
      if (max !== null && (this.met.get(id) ?? 0) >= max) return { reason: `${side}_full`, id, pairId: null };
      const rest = restAfter(this.facts, side);
      if (rest > 0 && this.rowThrough(id, slotId) > rest)
        return { reason: `${side}_rests`, id, pairId: null };
    }
    return null;
  }

  /** Meetings of a party in a row through this slot, this one counted. */
  private rowThrough(id: string, slotId: string): number {
    const { slots } = this.facts;
    const from = this.places.get(slotId) ?? 0;
    const sits = (at: number) => slots[at]?.day === slots[from]?.day && this.at.has(`${id} ${slots[at]?.id}`);
    let row = 1;
    for (let at = from - 1; at >= 0 && sits(at); at -= 1) row += 1;
    for (let at = from + 1; at < slots.length && sits(at); at += 1) row += 1;
    return row;
  }
}
