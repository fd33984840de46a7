import type { Day } from '@/lib/core/days';
import { done } from '@/lib/core/result';
import { dayInZone, isZone, timeInZone, zonedToInstant } from '@/lib/core/zones';
import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { explainClash } from '@/lib/meeting/commands/clash';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { moveMeeting } from '@/lib/meeting/commands/move';
import { type KnownMeeting, listKnownMeetings } from '@/lib/meeting/queries/known';
import type { MeetingState, Side } from '@/lib/meeting/rules';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { listStageTimes, listTables, type StageTimes } from '@/lib/program/queries/known';
import { type CellChange, changesOn, creates, rejected } from '../../rules/judged';
import { type NamedRecord, NameIndex } from '../../rules/name-index';
import { clockOf, type RowReader } from '../../rules/row-reader';
import { kindOf } from './kind';
import { findPair, type KnownPairs, loadPairs, type NamedPair } from './known';
import { ABSENT_WORDS, MEETING_STAGE_WORDS, STATE_WORDS } from './words';

type Known = KnownPairs & {
  tables: NameIndex<NamedRecord>;
  stages: Map<MeetingStage, StageTimes>;
  meetings: Map<string, KnownMeeting>;
};
type Write = {
  pair: NamedPair;
  stage: MeetingStage;
  startsAt: Date;
  endsAt: Date;
  table: string | undefined;
  link: string | undefined;
  state: MeetingState;
  side: Side | undefined;
  reason: string | undefined;
  known: KnownMeeting | null;
  moves: boolean;
};

const MINUTES = 60_000;
const keyOf = (pairId: string, stage: MeetingStage, startsAt: Date) =>
  `${pairId} ${stage} ${startsAt.toISOString()}`;

/** Meetings by pair, stage and beginning: those that are to come, and those that took place, or did not. */
export const meetings = kindOf<Known, Write>({
  load: async (tx, scope, lock) => ({
    ...(await loadPairs(tx, scope, lock)),
    tables: new NameIndex(await listTables(tx, scope)),
    stages: await listStageTimes(tx, scope),
    meetings: new Map(
      (await listKnownMeetings(tx, scope)).map((each) => [
        keyOf(each.pairId, each.stage, each.startsAt),
        each,
      ]),
    ),
  }),
  judge: (row, known, _decision, { program: { venueZone } }) => {
    const pair = findPair(row, known);
    row.required('stage');
    const stage = row.choice('stage', MEETING_STAGE_WORDS);
    const usual = (stage && known.stages.get(stage)) ?? { zone: venueZone, minutes: 25 };
    const zone = row.text('zone') ?? usual.zone;
    const times = isZone(zone) ? timesOf(row, { ...usual, zone }) : row.tell('zone', 'not_a_zone');
    const table = known.tables.find(row, 'table');
    const side = row.choice('side', ABSENT_WORDS);
    const said = row.choice('state', STATE_WORDS) ?? (side && ('no_show' as const));
    if (!row.isReadable || !pair || !stage || !times) return rejected(row.problems);
    const { startsAt, endsAt, shown } = times;
    const key = keyOf(pair.id, stage, startsAt);
    const meeting = known.meetings.get(key) ?? null;
    const link = row.text('link');
    const state = said ?? meeting?.state ?? 'scheduled';
    const write = { pair, stage, startsAt, endsAt, link, state, side, table: table?.id };
    const more = { reason: row.text('reason'), known: meeting };
    const outcome = [state, side].filter(Boolean).join(', ');
    if (!meeting) {
      const changes = [
        ...[{ field: 'start', from: null, to: shown }],
        ...[{ field: 'state', from: null, to: outcome }],
      ];
      return creates(key, changes, { ...write, ...more, moves: false });
    }
    const moved: CellChange[] = [
      ...(times.isEndSaid && meeting.endsAt.getTime() !== endsAt.getTime()
        ? [{ field: 'end', from: timeInZone(meeting.endsAt, times.zone), to: timeInZone(endsAt, times.zone) }]
        : []),
      ...(table && table.id !== meeting.tableId ? [{ field: 'table', from: null, to: table.name }] : []),
      ...(link && link !== meeting.link ? [{ field: 'link', from: meeting.link, to: link }] : []),
    ];
    const isMarked = state !== meeting.state || (side !== undefined && side !== meeting.side);
    const changes = [...moved, ...(isMarked ? [{ field: 'state', from: meeting.state, to: outcome }] : [])];
    const ends = times.isEndSaid ? endsAt : meeting.endsAt;
    const target = { id: meeting.id, name: pair.name };
    return changesOn(target, changes, { ...write, ...more, endsAt: ends, moves: moved.length > 0 }, key);
  },
  perform: async (tx, { scope, now }, { pair, stage, known, state, side, reason, moves, ...at }) => {
    const call = { now };
    const place = {
      ...{ startsAt: at.startsAt.toISOString(), endsAt: at.endsAt.toISOString() },
      ...(at.table ? { table: at.table } : {}),
      ...(at.link ? { link: at.link } : {}),
    };
    let version = known?.version ?? 1;
    let meetingId = known?.id ?? '';
    const why = reason ? { reason } : {};
    if (!known) {
      const booked = await bookMeeting.within(tx, scope, { pairId: pair.id, stage, ...place, ...why }, call);
      if (!booked.ok) return booked;
      ({ meetingId, version } = booked.value);
    } else if (moves) {
      const moved = await moveMeeting.within(tx, scope, { meetingId, version, ...place, ...why }, call);
      if (!moved.ok) return moved;
      version = moved.value.version;
    }
    if (state === (known?.state ?? 'scheduled') && (side === undefined || side === known?.side))
      return done(null);
    if (state === 'cancelled')
      return cancelMeeting.within(tx, scope, { meetingId, version, reason: reason ?? '' }, call);
    const mark = { meetingId, version, state, ...(side ? { side } : {}), ...why };
    return markMeeting.within(tx, scope, mark, call);
  },
  explain: (tx, scope, clash, { pair, known, table, startsAt, endsAt }) => {
    const except = known ? { except: known.id } : {};
    return explainClash(tx, scope, clash, { ...pair, ...except, tableId: table ?? null, startsAt, endsAt });
  },
  columns: {
    ...{ startsAt: 'start', endsAt: 'end', table: 'table', link: 'link', stage: 'stage' },
    ...{ state: 'state', side: 'side', reason: 'reason', meetReason: 'reason', pairId: 'startup' },
  },
});

/** Beginning and end on the clocks of the stage; undefined where the row was told what is wrong. */
function timesOf(row: RowReader, { zone, minutes }: StageTimes) {
  row.required('start');
  const start = row.moment('start');
  const lasts = row.whole('minutes', { min: 5, max: 720 });
  const end = row.text('end') === undefined ? undefined : endOf(row, start?.day);
  if (!start || !row.isReadable) return undefined;
  if (start.minutes === null) return row.tell('start', 'no_time');
  const startsAt = instantOf(row, 'start', start.day, start.minutes, zone);
  const endsAt = end
    ? instantOf(row, 'end', end.day, end.minutes, zone)
    : startsAt && new Date(startsAt.getTime() + (lasts ?? minutes) * MINUTES);
  if (!startsAt || !endsAt) return undefined;
  const shown = `${dayInZone(startsAt, zone)} ${timeInZone(startsAt, zone)}–${timeInZone(endsAt, zone)}`;
  return { startsAt, endsAt, zone, shown, isEndSaid: end !== undefined || lasts !== undefined };
}

function endOf(row: RowReader, day: Day | undefined): { day: Day; minutes: number } | undefined {
  const clock = row.clockOnly('end');
  if (clock !== null) return day && { day, minutes: clock };
  const end = row.moment('end');
  if (end && end.minutes === null) return row.tell('end', 'no_time');
  return end && { day: end.day, minutes: end.minutes ?? 0 };
}

function instantOf(row: RowReader, field: string, day: Day, minutes: number, zone: string): Date | undefined {
  const { instant, kind } = zonedToInstant(day, clockOf(minutes), zone);
  return kind === 'exact' ? instant : row.tell(field, kind === 'gap' ? 'clock_never' : 'clock_twice');
}
