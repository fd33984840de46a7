import { bookMeeting } from '@/lib/meeting/commands/book';
import { cancelMeeting } from '@/lib/meeting/commands/cancel';
import { markMeeting } from '@/lib/meeting/commands/mark';
import { recordOutcome } from '@/lib/outcome/commands';
import { ASKED_TOPICS } from '@/lib/outcome/rules';
import { moveStage } from '@/lib/pair/commands/move';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { at, BOSTON, mainStart, minutesAfter, preStart, SEOUL, videoStart } from './calendar';
import type { Cohort } from './cohort';
import { type Both, keyOf, type Plan } from './plan';
import type { SampleWriter, Step } from './writer';

const MINUTES: Record<MeetingStage, number> = {
  video_call: 25,
  pre_meeting: 20,
  main_session: 25,
  follow_up: 30,
};

const NEXT = [
  '시연 자료 송부',
  '재무 모델 공유',
  '기술 실사 일정 협의',
  '파트너 미팅 요청',
  '참고 고객 연결',
] as const;

/** Seven main sessions of which nobody has written down yet how they went. */
const UNLOGGED_MAIN = 7;

type Held = {
  both: Both;
  stage: MeetingStage;
  startsAt: Date;
  tableSeq: number | null;
  noShow: 'investor' | 'startup' | null;
  logged: boolean;
};

/** Moves a pair to the stage the day shows it at, whatever it skipped. */
async function moveTo(
  writer: SampleWriter,
  cohort: Cohort,
  both: Both,
  stage: MeetingStage,
  reason: string,
): Promise<void> {
  const pairId = cohort.pairOf(both);
  await writer.as(cohort.officer, moveStage, {
    pairId,
    stage,
    reason,
    version: await writer.versionOf(cohort.officer, pairId),
  });
}

/** Booking a few days ahead, the meeting, the mark after it, and the startup's outcome the same evening. */
export function meetingSteps(cohort: Cohort, plan: Plan, held: Held): Step[] {
  const { both, stage, startsAt } = held;
  const endsAt = minutesAfter(startsAt, MINUTES[stage]);
  const pairId = cohort.pairOf(both);
  let meetingId = '';
  const booked = stage === 'follow_up' ? minutesAfter(startsAt, -4 * 24 * 60) : bookedOn(stage, both);
  const steps: Step[] = [
    {
      at: booked,
      write: async (writer) => {
        const place =
          held.tableSeq === null
            ? { link: `https://meet.example/${keyOf(both).replace(':', '-')}-${stage}` }
            : { table: cohort.tables[held.tableSeq] };
        const booking = {
          pairId,
          stage,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          contactIds: cohort.seats(both),
          ...place,
        };
        meetingId = (await writer.as(cohort.officer, bookMeeting, booking)).meetingId;
      },
    },
  ];
  if (stage !== 'follow_up')
    steps.push({ at: startsAt, write: (writer) => moveTo(writer, cohort, both, stage, '일정에 따라 진행') });
  const mark = held.noShow ? { state: 'no_show', side: held.noShow } : { state: 'held' };
  steps.push({
    at: minutesAfter(endsAt, 5),
    write: (writer) => writer.as(cohort.officer, markMeeting, { meetingId, version: 1, ...mark }),
  });
  if (held.noShow || !held.logged) return steps;
  const { chance } = plan;
  const interest = Math.min(
    5,
    Math.max(
      1,
      Math.round(1.2 + chance.next() * 2 + (stage === 'main_session' || stage === 'follow_up' ? 1 : 0)),
    ),
  );
  const asked = chance.shuffle(ASKED_TOPICS).slice(0, chance.between(0, 3));
  const next =
    interest >= 4
      ? {
          nextStep: chance.pick(NEXT),
          nextStepOn: minutesAfter(startsAt, chance.between(4, 12) * 24 * 60)
            .toISOString()
            .slice(0, 10),
        }
      : {};
  steps.push({
    at: minutesAfter(endsAt, chance.between(20, 240)),
    write: (writer) =>
      writer.as(cohort.teamOf(both[0]), recordOutcome, { meetingId, interest, asked, ...next }),
  });
  return steps;
}

function bookedOn(stage: MeetingStage, [startup]: Both): Date {
  const text = {
    video_call: '2023-04-06',
    pre_meeting: '2023-04-24',
    main_session: '2023-04-25',
    follow_up: '2023-05-01',
  }[stage];
  return at(text, `${String(9 + (startup % 8)).padStart(2, '0')}:30`, SEOUL);
}

/** The first three stages as they were planned and as the days went. */
export function eventSteps(cohort: Cohort, plan: Plan): Step[] {
  const { chance } = plan;
  const steps: Step[] = [];
  const noShow = (odds: number) =>
    chance.next() < odds ? (chance.next() < 0.7 ? ('investor' as const) : ('startup' as const)) : null;
  for (const both of plan.video) {
    const slot = plan.slotOf('video_call', both);
    if (slot === null) continue;
    steps.push(
      ...meetingSteps(cohort, plan, {
        both,
        stage: 'video_call',
        startsAt: videoStart(slot),
        tableSeq: null,
        noShow: noShow(0.04),
        logged: chance.next() < 0.93,
      }),
    );
  }
  for (const both of plan.pre) {
    const slot = plan.slotOf('pre_meeting', both);
    if (slot === null) continue;
    steps.push(
      ...meetingSteps(cohort, plan, {
        both,
        stage: 'pre_meeting',
        startsAt: preStart(slot),
        tableSeq: both[0],
        noShow: noShow(0.05),
        logged: chance.next() < 0.9,
      }),
    );
  }
  const unlogged = new Set(plan.main.slice(-UNLOGGED_MAIN).map(keyOf));
  for (const both of plan.main) {
    const slot = plan.slotOf('main_session', both) as number;
    const forgotten = unlogged.has(keyOf(both));
    // Whoever goes on to follow-up was there; the seven forgotten outcomes are of meetings that took place.
    const present = forgotten || plan.early.includes(both) || plan.late.includes(both);
    steps.push(
      ...meetingSteps(cohort, plan, {
        both,
        stage: 'main_session',
        startsAt: mainStart(slot),
        tableSeq: both[0],
        noShow: present ? null : noShow(0.09),
        logged: !forgotten,
      }),
    );
  }
  for (const both of plan.cancelledMain)
    steps.push(...cancelledDeeds(cohort, both, mainStart(plan.slotOf('main_session', both) as number)));
  return steps;
}

function cancelledDeeds(cohort: Cohort, both: Both, startsAt: Date): Step[] {
  let meetingId = '';
  return [
    {
      at: bookedOn('main_session', both),
      write: async (writer) => {
        const times = {
          startsAt: startsAt.toISOString(),
          endsAt: minutesAfter(startsAt, MINUTES.main_session).toISOString(),
        };
        meetingId = (
          await writer.as(cohort.officer, bookMeeting, {
            pairId: cohort.pairOf(both),
            stage: 'main_session',
            ...times,
            table: cohort.tables[both[0]],
            contactIds: cohort.seats(both),
          })
        ).meetingId;
      },
    },
    {
      at: at('2023-04-27', '18:40', BOSTON),
      write: (writer) =>
        writer.as(cohort.officer, cancelMeeting, { meetingId, version: 1, reason: '투자사 일정 변경' }),
    },
  ];
}
