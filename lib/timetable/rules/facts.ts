import type { Locale } from '@/lib/core/locale';
import { byShownName } from '@/lib/core/shown-name';
import type { MeetingState } from '@/lib/meeting/rules';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import type { StageSetup, StageSlot, StageTable, TimetableRules } from '../schema/stage';
import type { WishWord } from './words';

export type PartyFact = { id: string; name: string; nameEn: string };

export type PairFact = {
  id: string;
  startupId: string;
  investorId: string;
  stage: Stage;
  status: PairStatus;
  /** The strongest word of all sides. */
  wish: WishWord | null;
  /** The office's own word; null beside a no-thanks, where it would tell that it is another's. */
  officeWish: WishWord | null;
  officeWeight: number | null;
  interest: number | null;
  heldBefore: number;
};

/** A meeting of the stage that stands in a slot of its grid. */
export type LiveMeeting = {
  meetingId: string;
  version: number;
  pairId: string;
  slotId: string;
  tableId: string | null;
  state: Exclude<MeetingState, 'cancelled'>;
};

/** Everything that decides where the pairs of a stage can meet; parties and pairs that are archived are not in it. */
export type Facts = {
  setup: StageSetup;
  rules: TimetableRules;
  /** In the order of time. */
  slots: StageSlot[];
  /** In use, in their order; empty where the stage meets by link. */
  tables: StageTable[];
  startups: PartyFact[];
  investors: PartyFact[];
  pairs: PairFact[];
  /**
   * Party or table to the slots it cannot be given: painted, or taken by a meeting outside this grid. A person who is the
   * only one of their firm blacks out the firm; of a larger team somebody else goes.
   */
  away: ReadonlyMap<string, ReadonlySet<string>>;
  /** People who are the only one of their party, with that party. */
  soleContacts: ReadonlyMap<string, string>;
  fixedTables: ReadonlyMap<string, string>;
  live: LiveMeeting[];
};

/** A meeting as a timetable plans it. */
export type Planned = {
  pairId: string;
  slotId: string;
  tableId: string | null;
  isLocked: boolean;
};

/**
 * The same facts with the parties by name, as readers of a language look them up. For lists that are shown only: what the
 * solver is given keeps its own order, so that a proof is the same for every reader.
 */
export function inShownOrder(facts: Facts, locale: Locale): Facts {
  const byName = byShownName(locale);
  return {
    ...facts,
    startups: facts.startups.toSorted(byName),
    investors: facts.investors.toSorted(byName),
  };
}

export function isAway(facts: Facts, id: string, slotId: string): boolean {
  return facts.away.get(id)?.has(slotId) ?? false;
}

/** Held or missed: it happened, and stays where it was. */
export function isPast(meeting: LiveMeeting): boolean {
  return meeting.state !== 'scheduled';
}

/** Tables that can be had in a slot, the blacked-out ones and those beyond `tablesAtOnce` taken off. */
function tablesIn(facts: Facts, slotId: string): number {
  const free = facts.tables.filter((table) => !isAway(facts, table.id, slotId)).length;
  return Math.min(free, facts.rules.tablesAtOnce ?? free);
}

/** What a slot holds: its tables, or where the stage meets by link, as many as there are pairs of parties. */
export function seatsIn(facts: Facts, slotId: string): number {
  if (facts.setup.usesTables) return tablesIn(facts, slotId);
  return Math.min(
    facts.startups.length,
    facts.investors.length,
    facts.rules.tablesAtOnce ?? Number.MAX_SAFE_INTEGER,
  );
}

/** Whether two slots that follow each other on a day leave a party less than the buffer between them. */
function isTooClose(facts: Facts): boolean {
  const { bufferMinutes } = facts.rules;
  return facts.slots.some((slot, at) => {
    const next = facts.slots[at + 1];
    return (
      next !== undefined &&
      next.day === slot.day &&
      Date.parse(next.startsAt) - Date.parse(slot.endsAt) < bufferMinutes * 60_000
    );
  });
}

/** Meetings in a row before a slot of rest; a buffer that the grid does not keep asks for rest after each. 0: none. */
export function restAfter(facts: Facts, side: 'startup' | 'investor'): number {
  const asked = side === 'startup' ? facts.rules.startupRestAfter : facts.rules.investorRestAfter;
  return isTooClose(facts) ? 1 : (asked ?? 0);
}
