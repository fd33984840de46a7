import { addDays, addMonths, type Day } from '@/lib/core/days';
import type { Refusal } from '@/lib/core/result';
import { WAVE_MONTHS, type WaveMonths } from '@/lib/program/rules';
import { ANSWER_STATES, type Wave, type WaveAnswer, type WavePair, type WaveRow } from './schema';

/** Answers are taken from two weeks before a wave is due. */
const DAYS_AHEAD = 14;

export type DueWave = { months: WaveMonths; dueOn: Day; opensOn: Day };

/** The three times a program asks again, counted from the main session's first day. */
export function wavesAfter(mainDay: Day): DueWave[] {
  return WAVE_MONTHS.map((months) => {
    const dueOn = addMonths(mainDay, months);
    return { months, dueOn, opensOn: addDays(dueOn, -DAYS_AHEAD) };
  });
}

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
