import { z } from 'zod';
import { dayField, idField, proseField, several } from '@/lib/core/fields';
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
  });

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
