import type { Sum } from '@/lib/amount/rules';
import type { Day } from '@/lib/core/days';
import { done, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Call } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { WaveMonths } from '@/lib/program/rules';
import { publishReport } from '@/lib/report/commands';
import { answerWave } from '@/lib/wave/commands';
import { listWaves } from '@/lib/wave/queries/list';
import type { AnswerState, WaveRow } from '@/lib/wave/schema';
import { at, day, SEOUL } from './calendar';
import type { Cohort } from './cohort';
import type { Step } from './writer';

/** Teams that answer themselves; the office asks the others by telephone. */
const THEMSELVES = [0, 3, 5, 9, 12];
/** Of so many pairs one stays unanswered, and of so many that are open one is not reached. */
const SILENT: Record<2 | 6, number> = { 2: 9, 6: 5 };
const UNREACHED = 7;

type Asked = { months: 2 | 6; on: Day };

/** Two waves are asked in time, most pairs answer; the third is left for whoever opens the sample. */
export function waveSteps(cohort: Cohort): Step[] {
  return [
    ...wave(cohort, { months: 2, on: day('2023-06-26') }),
    ...wave(cohort, { months: 6, on: day('2023-10-25') }),
  ];
}

function wave(cohort: Cohort, asked: Asked): Step[] {
  const own = THEMSELVES.map((startup, n) => ({
    at: at(asked.on, `09:${10 + n}`, SEOUL),
    write: (writer: Parameters<Step['write']>[0]) => writer.as(cohort.teamOf(startup), answerAll(asked), {}),
  }));
  const office: Step = {
    at: at(asked.on, '15:40', SEOUL),
    write: (writer) => writer.as(cohort.officer, answerAll(asked), {}),
  };
  return [...own, office];
}

/** Answers the wave for every open pair that this person sees, by what the records of the pair show. */
function answerAll({ months, on }: Asked) {
  const within = async (
    tx: Tx,
    scope: ProgramScope,
    _input: unknown,
    call?: Call,
  ): Promise<Result<{ answered: number }>> => {
    const { waves } = await listWaves.within(tx, scope, { asOf: on, knownOn: on });
    const rows = waves.find((each) => each.months === months)?.rows ?? [];
    const answers = rows.flatMap((row, n) =>
      row.answer || (n + 1) % SILENT[months] === 0 ? [] : [answerOf(row, n, months)],
    );
    return answers.length > 0 ? answerWave.within(tx, scope, { answers }, call) : done({ answered: 0 });
  };
  return { name: 'wave.answer', within };
}

function answerOf({ pairId, status, rung }: WaveRow, n: number, months: WaveMonths) {
  return { pairId, months, state: stateOf({ status, rung }, n) };
}

function stateOf({ status, rung }: Pick<WaveRow, 'status' | 'rung'>, n: number): AnswerState {
  if (status === 'invested' || rung === 'paid' || rung === 'follow_on') return 'invested';
  if (status === 'passed' || status === 'withdrawn') return 'ended';
  return (n + 1) % UNREACHED === 0 ? 'no_contact' : 'talking';
}

/** What the office published: five days after the event, in August, and at the end of November. */
const PUBLISHED: readonly (readonly [on: string, time: string, sum: Sum, note: string])[] = [
  ['2023-05-03', '17:00', 'discussed', '행사 결과 보도자료'],
  ['2023-08-01', '17:30', 'intended', '상반기 점검 보고'],
  ['2023-11-30', '18:00', 'paid', '연말 성과 보고'],
];

export function reportSteps(cohort: Cohort): Step[] {
  return PUBLISHED.map(([asOf, time, sum, note]) => ({
    at: at(asOf, time, SEOUL),
    write: (writer) => writer.as(cohort.officer, publishReport, { asOf, sum, note }),
  }));
}
