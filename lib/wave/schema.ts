import { z } from 'zod';
import { dayField, idField, proseField, several } from '@/lib/core/fields';
import {
  countShape,
  dayShape,
  dayTextShape,
  EXAMPLE_ID,
  idShape,
  instantShape,
  namedShape,
  namedTwiceShape,
  twoNamesShape,
} from '@/lib/core/shapes';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { stageField, statusField } from '@/lib/pair/schema';
import { WAVE_MONTHS } from '@/lib/program/rules';

/** What became of a pair: still talking, an investment, an end, or nobody answers. */
export const ANSWER_STATES = ['talking', 'invested', 'ended', 'no_contact'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

const answer = {
  pairId: idField,
  months: z.literal([...WAVE_MONTHS]),
  state: z.enum(ANSWER_STATES),
  note: proseField(500).optional(),
};

const answerList = z.array(z.strictObject(answer)).min(1).max(500);
export type WaveAnswerInput = z.output<z.ZodObject<typeof answer>>;

/** One answer, or several in `answers`; never both. */
export const answerWaveInput = z
  .strictObject({
    pairId: answer.pairId.optional(),
    months: answer.months.optional(),
    state: answer.state.optional(),
    note: answer.note,
    answers: answerList.optional(),
  })
  .superRefine((given, context) => {
    for (const key of ['pairId', 'months', 'state'] as const) {
      const isGiven = given[key] !== undefined;
      if (isGiven !== (given.answers === undefined)) {
        const reason = isGiven ? 'unknown' : 'required';
        context.addIssue({ code: 'custom', path: [key], params: { reason } });
      }
    }
  })
  .meta({ examples: [{ pairId: EXAMPLE_ID, months: WAVE_MONTHS[0], state: 'talking' }] });

export function answersIn({
  answers,
  pairId,
  months,
  state,
  note,
}: z.output<typeof answerWaveInput>): WaveAnswerInput[] {
  if (answers) return answers;
  return pairId && months && state ? [{ pairId, months, state, ...(note ? { note } : {}) }] : [];
}

/** Days are days of the program's home zone. */
export const listWavesInput = z.strictObject({
  asOf: dayField.optional(),
  knownOn: dayField.optional(),
  startup: several(idField),
});

export const answeredWave = z.strictObject({ answered: countShape });

const waveAnswer = z.strictObject({
  state: answer.state,
  note: z.string().nullable(),
  effectiveAt: instantShape,
  recordedAt: instantShape,
  by: twoNamesShape.nullable(),
});
export type WaveAnswer = z.output<typeof waveAnswer>;

/** A pair that had its main session, with what is known of it as of the day asked for. */
const wavePair = z.strictObject({
  pairId: idShape,
  startup: namedTwiceShape,
  investor: namedShape,
  /** The day of its first main session that was held, in the home zone. */
  metOn: dayTextShape,
  stage: stageField,
  status: statusField,
  rung: z.enum(LIVE_RUNGS).nullable(),
  /** The first day on which money of it was paid in, or null. */
  paidOn: dayTextShape.nullable(),
});
export type WavePair = z.output<typeof wavePair>;

const waveRow = wavePair.extend({
  answer: waveAnswer.nullable(),
  /** Paid by the day the wave was due. */
  paidByDue: z.boolean(),
});
export type WaveRow = z.output<typeof waveRow>;

const wave = z.strictObject({
  months: answer.months,
  dueOn: dayShape,
  opensOn: dayShape,
  /** Pairs whose main session was held by the day it is due. */
  due: countShape,
  answered: countShape,
  byState: z.record(answer.state, countShape),
  toAsk: countShape,
  /** Paid by the day it is due, of those due: a percentage exists only where the second is not 0. */
  paid: z.strictObject({ numerator: countShape, denominator: countShape }),
  rows: z.array(waveRow),
});
export type Wave = z.output<typeof wave>;

export const wavesOutput = z.strictObject({
  asOf: dayShape,
  knownOn: dayShape.nullable(),
  timeZone: z.string(),
  /** The event's day; null where the program has no main session, and then no waves. */
  mainDay: dayShape.nullable(),
  waves: z.array(wave),
});
