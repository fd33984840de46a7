import type { Day } from '@/lib/core/days';
import { done, type Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Call } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import type { WaveMonths } from '@/lib/program/rules';
import { answerWave } from '@/lib/wave/commands';
import { listWaves } from '@/lib/wave/queries/list';
import type { AnswerState, WaveRow } from '@/lib/wave/schema';
import { at, day, SEOUL } from './calendar';
import type { Cohort } from './cohort';
import type { Deed } from './telling';

/** Teams that answer themselves; the office asks the others by telephone. */
const THEMSELVES = [0, 3, 5, 9, 12];
/** Of so many pairs one stays unanswered, and of so many that are open one is not reached. */
const SILENT: Record<2 | 6, number> = { 2: 9, 6: 5 };
const UNREACHED = 7;

type Asked = { months: 2 | 6; on: Day };

/** Two waves are asked in time, most pairs answer; the third is left for whoever opens the sample. */
export function waveDeeds(cohort: Cohort): Deed[] {
  return [
    ...wave(cohort, { months: 2, on: day('2023-06-26') }),
    ...wave(cohort, { months: 6, on: day('2023-10-25') }),
  ];
}

function wave(cohort: Cohort, asked: Asked): Deed[] {
  const own = THEMSELVES.map((startup, n) => ({
    at: at(asked.on, `09:${10 + n}`, SEOUL),
    tell: (teller: Parameters<Deed['tell']>[0]) => teller.as(cohort.teamOf(startup), answerAll(asked), {}),
  }));
  const office: Deed = {
    at: at(asked.on, '15:40', SEOUL),
    tell: (teller) => teller.as(cohort.officer, answerAll(asked), {}),
  };
  return [...own, office];
}

/** Says of every pair its teller sees and nobody answered yet what its own records say. */
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
