import { dayInZone } from '@/lib/core/zones';
import { type KnownMeeting, listKnownMeetings } from '@/lib/meeting/queries/known';
import { recordOutcome } from '@/lib/outcome/commands';
import { type KnownOutcome, listKnownOutcomes } from '@/lib/outcome/queries';
import { findNextStep } from '@/lib/pair/queries/known';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { listStageTimes, type StageTimes } from '@/lib/program/queries/known';
import { type CellChange, changesOn, creates, rejected } from '../../rules/judged';
import { type RowReader, withoutEmpty } from '../../rules/row-reader';
import { kindOf } from './kind';
import { findPair, type KnownPairs, loadPairs } from './known';
import { MEETING_STAGE_WORDS } from './words';

type Known = KnownPairs & {
  stages: Map<MeetingStage, StageTimes>;
  meetings: Map<string, KnownMeeting[]>;
  outcomes: Map<string, KnownOutcome>;
};
type Said = {
  interest: number;
  asked: string[] | undefined;
  nextStep: string | undefined;
  nextStepOn: string | undefined;
  note: string | undefined;
};
type Write = { meeting: KnownMeeting; said: Said };

/** What came of meetings, by pair, stage and, where they met more than once, day. */
export const outcomes = kindOf<Known, Write>({
  load: async (tx, scope, lock) => ({
    ...(await loadPairs(tx, scope, lock)),
    stages: await listStageTimes(tx, scope),
    meetings: Map.groupBy(await listKnownMeetings(tx, scope), ({ pairId, stage }) => `${pairId} ${stage}`),
    outcomes: await listKnownOutcomes(tx, scope),
  }),
  judge: (row, known, _decision, { program: { venueZone } }) => {
    const pair = findPair(row, known);
    row.required('stage');
    const stage = row.choice('stage', MEETING_STAGE_WORDS);
    row.required('interest');
    const interest = row.whole('interest', { min: 1, max: 5 });
    const nextStepOn = row.day('nextStepOn');
    const zone = (stage && known.stages.get(stage)?.zone) ?? venueZone;
    const meeting = pair && stage && meetingOf(row, known.meetings.get(`${pair.id} ${stage}`) ?? [], zone);
    if (!row.isReadable || !pair || !meeting || interest === undefined) return rejected(row.problems);
    const said: Said = {
      ...{ interest, nextStepOn, asked: row.list('asked') },
      ...{ nextStep: row.text('nextStep'), note: row.text('note') },
    };
    const before = known.outcomes.get(meeting.id);
    const changes = changesOf(before ?? null, said);
    const write = { meeting, said };
    return before
      ? changesOn({ id: meeting.id, name: pair.name }, changes, write)
      : creates(meeting.id, changes, write);
  },
  perform: async (tx, { scope, now }, { meeting, said }) => {
    const { interest, ...words } = said;
    const given = withoutEmpty(words);
    const seenStep = await findNextStep(tx, scope, meeting.pairId);
    return recordOutcome.within(tx, scope, { meetingId: meeting.id, interest, ...given, seenStep }, { now });
  },
  columns: {
    ...{ interest: 'interest', asked: 'asked', note: 'note' },
    ...{ nextStep: 'nextStep', nextStepOn: 'nextStepOn', meetingId: 'stage' },
  },
});

/** The meeting that a row is about; undefined where the row was told what is wrong. */
function meetingOf(row: RowReader, all: readonly KnownMeeting[], zone: string): KnownMeeting | undefined {
  const day = row.day('day');
  if (!row.isReadable) return undefined;
  const theirs = all.filter(
    ({ state, startsAt }) => state !== 'cancelled' && (!day || dayInZone(startsAt, zone) === day),
  );
  const [only, another] = theirs;
  if (!only) return row.tell(day ? 'day' : 'stage', 'no_such_meeting');
  if (!another) return only;
  const readings = theirs.map(({ startsAt }) => dayInZone(startsAt, zone));
  return row.tell('day', 'several_meetings', { readings });
}

function changesOf(before: KnownOutcome | null, said: Said): CellChange[] {
  const text = (value: unknown) => (Array.isArray(value) ? value.join(', ') : String(value ?? ''));
  return Object.entries(said).flatMap(([field, value]) => {
    const from = before && text(before[field as keyof KnownOutcome]);
    return value === undefined || from === text(value) ? [] : [{ field, from, to: text(value) }];
  });
}
