import { addDays, addMonths, type Day } from '@/lib/core/days';
import type { Refusal } from '@/lib/core/result';
import type { PersonName } from '@/lib/core/shown-name';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairStatus, Stage } from '@/lib/pair/rules/stages';
import { WAVE_MONTHS, type WaveMonths } from '@/lib/program/rules';
import { ANSWER_STATES, type AnswerState } from './schema';

/** Answers are taken from two weeks before a wave is due. */
export const DAYS_AHEAD = 14;

export type DueWave = { months: WaveMonths; dueOn: Day; opensOn: Day };

/** The three times a program asks again, counted from the main session's first day. */
export function wavesAfter(mainDay: Day): DueWave[] {
  return WAVE_MONTHS.map((months) => {
    const dueOn = addMonths(mainDay, months);
    return { months, dueOn, opensOn: addDays(dueOn, -DAYS_AHEAD) };
  });
}

/** Instants are ISO with Z. */
export type WaveAnswer = {
  state: AnswerState;
  note: string | null;
  effectiveAt: string;
  recordedAt: string;
  by: PersonName | null;
};
/** A pair that had its main session, with what is known of it as of the day asked for. */
export type WavePair = {
  pairId: string;
  startup: { id: string; name: string; nameEn: string };
  investor: { id: string; name: string };
  /** The day of its first main session that was held, in the home zone. */
  metOn: string;
  stage: Stage;
  status: PairStatus;
  rung: LiveRung | null;
  /** The first day on which money of it was paid in, or null. */
  paidOn: string | null;
};
export type WaveRow = WavePair & {
  answer: WaveAnswer | null;
  /** Paid by the day the wave was due. */
  paidByDue: boolean;
};
export type Wave = DueWave & {
  /** Pairs whose main session was held by the day it is due. */
  due: number;
  answered: number;
  byState: Record<AnswerState, number>;
  toAsk: number;
  /** Paid by the day it is due, of those due: a percentage exists only where the second is not 0. */
  paid: { numerator: number; denominator: number };
  rows: WaveRow[];
};

/** One wave counted: `answers` are the ones that stand, by pair. */
export function countWave(
  wave: DueWave,
  pairs: readonly WavePair[],
  answers: ReadonlyMap<string, WaveAnswer>,
): Wave {
  const rows = pairs
    .filter(({ metOn }) => metOn <= wave.dueOn)
    .map((pair) => ({
      ...pair,
      answer: answers.get(pair.pairId) ?? null,
      paidByDue: pair.paidOn !== null && pair.paidOn <= wave.dueOn,
    }));
  const count = (test: (row: WaveRow) => boolean) => rows.filter(test).length;
  const answered = count(({ answer }) => answer !== null);
  const byState = ANSWER_STATES.map((state) => [state, count(({ answer }) => answer?.state === state)]);
  return {
    ...wave,
    due: rows.length,
    answered,
    byState: Object.fromEntries(byState) as Wave['byState'],
    toAsk: rows.length - answered,
    paid: { numerator: count(({ paidByDue }) => paidByDue), denominator: rows.length },
    rows,
  };
}

/** Why an answer is refused: too_early before the wave opens, not_due of a pair without a main session by its due day. */
export function refusalsOfAnswer(
  wave: DueWave | undefined,
  { metOn, today }: { metOn: string | null; today: Day },
): Refusal[] {
  if (!wave) return [{ reason: 'no_event', field: ['months'] }];
  if (today < wave.opensOn)
    return [{ reason: 'too_early', field: ['months'], params: { date: wave.opensOn } }];
  if (metOn === null || metOn > wave.dueOn) return [{ reason: 'not_due', field: ['pairId'] }];
  return [];
}

/** The wave to work on: the last one that takes answers, or the first. */
export function currentWave<W extends DueWave>(waves: readonly W[], today: Day): W | undefined {
  return waves.findLast(({ opensOn }) => opensOn <= today) ?? waves[0];
}
