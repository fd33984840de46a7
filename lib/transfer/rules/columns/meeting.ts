import { nameIn } from '@/lib/core/shown-name';
import type { MeetingItem } from '@/lib/meeting/schema';
import type { StageSlot, StageTable } from '@/lib/timetable/schema/stage';
import type { WishItem } from '@/lib/timetable/schema/wishes';
import { at, count, text } from '../book';
import { type Column, column, named, type Words } from './column';

/** The agenda; its times are of `zone`, which stands in each row, so that a row alone says when it is. */
export function meetingColumns({ say, locale }: Words, zone: string): Column<MeetingItem>[] {
  const people = (side: 'startup' | 'investor') => (meeting: MeetingItem) =>
    text(
      meeting.participants
        .filter((seat) => seat.side === side)
        .map((seat) => nameIn(seat, locale))
        .join(', '),
    );
  return [
    column('stage', ({ stage }) => text(say(`pair.stage.${stage}`))),
    column('startsAt', ({ startsAt }) => at(startsAt)),
    column('endsAt', ({ endsAt }) => at(endsAt)),
    column('zone', () => text(zone)),
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor.name)),
    column('table', ({ table }) => text(table?.name)),
    column('link', ({ link }) => text(link)),
    column('meetingState', ({ state }) => text(say(`meeting.state.${state}`))),
    column('noShow', ({ noShowSide }) => (noShowSide ? text(say(`meeting.side.${noShowSide}`)) : null)),
    column('startupPeople', people('startup')),
    column('investorPeople', people('investor')),
    column('interest', ({ outcome }) => (outcome ? count(outcome.interest) : null)),
    column('pair', ({ pair }) => text(pair.id)),
    column('meeting', ({ id }) => text(id)),
  ];
}

/** What was said of pairs; a startup's people have no weights. */
export function wishColumns({ say, locale }: Words, isOfStartup: boolean): Column<WishItem>[] {
  const word = (wish: WishItem['wish']) => (wish ? text(say(`timetable-setup.wishes.word.${wish}`)) : null);
  const number = (value: number | null | undefined) => (typeof value === 'number' ? count(value) : null);
  const sides: Column<WishItem>[] = [
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => text(investor.name)),
    column('wish', ({ wish }) => word(wish)),
  ];
  const offices: Column<WishItem>[] = [
    column('officeWish', ({ own }) => word(own)),
    column('weight', ({ weight }) => number(weight)),
    column('officeWeight', ({ officeWeight }) => number(officeWeight)),
    column('interest', ({ evidence }) => number(evidence?.interest)),
    column('heldBefore', ({ evidence }) => number(evidence?.heldBefore)),
  ];
  return [
    ...sides,
    ...(isOfStartup ? [] : offices),
    column('stage', ({ pair }) => text(say(`pair.stage.${pair.stage}`))),
    column('status', ({ pair }) => text(say(`pair.status.${pair.status}`))),
    column('pair', ({ pair }) => text(pair.id)),
  ];
}

/** One meeting of a timetable with the names that its grid shows. */
export type PlacedMeeting = {
  slot: StageSlot;
  table: StageTable | null;
  startup: { name: string; nameEn: string };
  investor: { name: string; nameEn: string };
  pairId: string;
  weight: number;
  isLocked: boolean;
};

export function placedColumns({ say, locale }: Words, zone: string): Column<PlacedMeeting>[] {
  return [
    column('startsAt', ({ slot }) => at(slot.startsAt)),
    column('endsAt', ({ slot }) => at(slot.endsAt)),
    column('zone', () => text(zone)),
    column('table', ({ table }) => text(table?.name)),
    column('startup', ({ startup }) => named(startup, locale)),
    column('investor', ({ investor }) => named(investor, locale)),
    column('weight', ({ weight }) => count(weight)),
    column('locked', ({ isLocked }) => (isLocked ? text(say('transfer.yes')) : null)),
    column('pair', ({ pairId }) => text(pairId)),
  ];
}

/** Slots down, tables across (or one column where the stage has none): who meets whom there. */
export function gridColumns(
  { locale }: Words,
  meetings: readonly PlacedMeeting[],
  tables: readonly StageTable[],
): Column<StageSlot>[] {
  const places = tables.length > 0 ? tables : [null];
  const pair = ({ startup, investor }: PlacedMeeting) =>
    `${nameIn(startup, locale)} × ${nameIn(investor, locale)}`;
  const there = Map.groupBy(meetings, ({ slot, table }) => `${slot.id} ${table?.id}`);
  return [
    column('startsAt', ({ startsAt }) => at(startsAt)),
    ...places.map((table): Column<StageSlot> => {
      const cell = ({ id }: StageSlot) => text((there.get(`${id} ${table?.id}`) ?? []).map(pair).join('\n'));
      return table ? { key: 'table', heading: table.name, cell } : column('meetings', cell);
    }),
  ];
}
