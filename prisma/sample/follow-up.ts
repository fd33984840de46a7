import { addDays } from '@/lib/core/days';
import { editPair } from '@/lib/pair/commands/edit';
import { moveStage } from '@/lib/pair/commands/move';
import { addNote } from '@/lib/pair/commands/notes';
import { STATUS_TABLE } from '@/lib/pair/rules/stages';
import { keptOpen, statusStep } from './amounts';
import { at, clock, day, minutesAfter, SEOUL, workdays } from './calendar';
import type { Cohort } from './cohort';
import { colour } from './colouring';
import { meetingSteps } from './meetings';
import { type Both, keyOf, type Plan } from './plan';
import type { Step } from './writer';

const CALLS_A_DAY = 3;

/** Follow-up calls: three a day, eight, nine and ten in Seoul, from the day given. */
function callTimes(pairs: readonly Both[], from: string, to: string): Map<string, Date> {
  const days = workdays(from, to);
  const slots = colour(pairs, days.length * CALLS_A_DAY);
  return new Map(
    pairs.map((both, n) => {
      const slot = slots[n] as number;
      return [
        keyOf(both),
        at(days[Math.floor(slot / CALLS_A_DAY)] as string, clock(480 + (slot % CALLS_A_DAY) * 60), SEOUL),
      ];
    }),
  );
}

/** 41 pairs go on to follow-up by 3 May, 52 more until July; most of them talk, and each goes on. */
export function followUpSteps(cohort: Cohort, plan: Plan): Step[] {
  const { chance } = plan;
  const moveTo = (both: Both, when: Date): Step => ({
    at: when,
    write: async (writer) => {
      const pairId = cohort.pairOf(both);
      const version = await writer.versionOf(cohort.officer, pairId);
      await writer.as(cohort.officer, moveStage, {
        pairId,
        stage: 'follow_up',
        version,
        reason: '후속 상담 합의',
      });
    },
  });
  const early = callTimes(plan.early, '2023-05-08', '2023-05-26');
  const late = callTimes(plan.late, '2023-06-01', '2023-07-14');
  const steps: Step[] = [];
  for (const [n, both] of plan.early.entries()) {
    steps.push(
      moveTo(
        both,
        at(addDays(day('2023-04-29'), n % 5), `${String(10 + (n % 6)).padStart(2, '0')}:40`, SEOUL),
      ),
    );
    // Three of them had said no before the call.
    if (n < 38) steps.push(...call(cohort, plan, both, early.get(keyOf(both)) as Date));
  }
  for (const both of plan.late) {
    const startsAt = late.get(keyOf(both)) as Date;
    steps.push(moveTo(both, minutesAfter(startsAt, -5 * 24 * 60)), ...call(cohort, plan, both, startsAt));
  }
  for (const both of [...plan.early, ...plan.late].filter((_, n) => n % 2 === 0)) {
    steps.push({
      at: at('2023-05-03', '16:00', SEOUL),
      write: async (writer) => {
        const { viewer } = await writer.scopeOf(cohort.officer);
        const pairId = cohort.pairOf(both);
        return writer.as(cohort.officer, editPair, {
          pairId,
          version: await writer.versionOf(cohort.officer, pairId),
          changes: { ownerId: viewer.personId },
        });
      },
    });
  }
  for (const [n, both] of plan.early.slice(0, 18).entries())
    steps.push(...noteDeeds(cohort, both, n, chance.between(1, 20)));
  return steps;
}

function call(cohort: Cohort, plan: Plan, both: Both, startsAt: Date): Step[] {
  const { chance } = plan;
  const noShow = chance.next() < 0.05 ? ('investor' as const) : null;
  return meetingSteps(cohort, plan, {
    both,
    stage: 'follow_up',
    startsAt,
    tableSeq: null,
    noShow,
    logged: chance.next() < 0.85,
  });
}

function noteDeeds(cohort: Cohort, both: Both, n: number, hours: number): Step[] {
  const bodies = [
    '파트너가 미국 법인 설립 시점을 물었다.',
    '경쟁사 대비 단가 자료를 준비하기로 했다.',
    '기술 실사는 6월 이후로 이야기했다.',
  ];
  const body = bodies[n % bodies.length] as string;
  const pairId = cohort.pairOf(both);
  const note = (by: string, visibility: string, text: string, minutes: number): Step => ({
    at: minutesAfter(at('2023-05-02', '09:00', SEOUL), hours * 60 + minutes),
    write: (writer) => writer.as(by, addNote, { pairId, body: text, visibility }),
  });
  return [
    note(cohort.teamOf(both[0]), n % 3 === 0 ? 'private' : 'program', body, 0),
    ...(n % 2 === 0
      ? [
          note(
            cohort.officer,
            n % 4 === 0 ? 'shared' : 'program',
            '후속 통화 전에 요약 자료를 공유해 주세요.',
            30,
          ),
        ]
      : []),
  ];
}

/** Who said no, who withdrew and who waits, stage by stage: some by 3 May, most over the months after. */
export function closingSteps(cohort: Cohort, plan: Plan): Step[] {
  const { chance } = plan;
  const keys = (list: readonly Both[]) => new Set(list.map(keyOf));
  const [inPre, inMain, inFollow, kept] = [
    keys(plan.pre),
    keys(plan.main),
    keys([...plan.early, ...plan.late]),
    keys(keptOpen(plan)),
  ];
  const closings: Step[] = [];
  const close = (
    list: readonly Both[],
    status: 'passed' | 'withdrawn' | 'on_hold',
    from: string,
    to: string,
  ) => {
    const days = workdays(from, to);
    for (const both of list) {
      const when = at(chance.pick(days), `${chance.between(10, 17)}:${chance.between(10, 59)}`, SEOUL);
      closings.push(statusStep(cohort, both, status, when, chance.pick(STATUS_TABLE[status].codes)));
    }
  };
  const afterVideo = chance.shuffle(plan.video.filter((both) => !inPre.has(keyOf(both))));
  close(afterVideo.slice(0, 18), 'passed', '2023-04-24', '2023-05-03');
  close(afterVideo.slice(18, 22), 'withdrawn', '2023-04-24', '2023-05-03');
  close(afterVideo.slice(22, 58), 'passed', '2023-05-08', '2023-08-31');
  const afterPre = chance.shuffle(plan.pre.filter((both) => !inMain.has(keyOf(both))));
  close(afterPre.slice(0, 31), 'passed', '2023-05-01', '2023-05-03');
  close(afterPre.slice(31, 37), 'withdrawn', '2023-05-01', '2023-05-03');
  close(afterPre.slice(37, 52), 'passed', '2023-05-08', '2023-09-29');
  const afterMain = chance.shuffle(plan.main.filter((both) => !inFollow.has(keyOf(both)) && both[0] !== 14));
  close(afterMain.slice(0, 20), 'passed', '2023-05-01', '2023-05-03');
  close(afterMain.slice(20, 22), 'withdrawn', '2023-05-01', '2023-05-03');
  close(afterMain.slice(22, 28), 'on_hold', '2023-05-02', '2023-05-03');
  close(afterMain.slice(28, 66), 'passed', '2023-05-08', '2023-10-31');
  for (const both of plan.early.slice(38))
    closings.push(statusStep(cohort, both, 'passed', at('2023-05-03', '17:20', SEOUL), 'sector'));
  const afterFollow = chance.shuffle(
    [...plan.early.slice(9, 38), ...plan.late].filter((both) => !kept.has(keyOf(both))),
  );
  close(afterFollow.slice(0, 44), 'passed', '2023-07-24', '2023-11-20');
  close(afterFollow.slice(44, 49), 'withdrawn', '2023-07-24', '2023-11-20');
  return closings;
}
