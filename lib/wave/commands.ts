import { AppError } from '@/lib/core/errors';
import { done, type Refusal } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';
import { type Context, programCommand } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { clocksOf } from '@/lib/program/rules';
import { waveOperations } from './operations';
import { canAnswerWaves } from './policy';
import { findMainDay, selectWavePairs } from './queries/select';
import { refusalsOfAnswer, wavesAfter } from './rules';
import { answeredWave, answersIn, answerWaveInput, type WaveAnswerInput } from './schema';

/**
 * Says what became of pairs that are asked again; a later answer of the same wave stands instead, and both are kept. All
 * of several are taken or none. Refusals: too_early, not_due, no_event; not_found for a pair that is not there or not
 * the viewer's.
 */
export const answerWave = programCommand({
  operation: waveOperations.answerWave,
  input: answerWaveInput,
  output: answeredWave,
  may: canAnswerWaves,
  run: async (tx, context, input) => {
    const answers = answersIn(input);
    const startups = await startupsOf(tx, context.scope, answers);
    const refusals = await refusalsOf(tx, context, answers, input.answers !== undefined);
    if (refusals.length > 0) return { ok: false, refusals };
    for (const answer of answers) await recordAnswer(tx, context, answer, startups.get(answer.pairId) ?? '');
    return done({ answered: answers.length });
  },
});

/** Whose pairs these are. Throws not_found unless all are there for the viewer. */
async function startupsOf(
  tx: Tx,
  { programId, startupId }: ProgramScope,
  answers: readonly WaveAnswerInput[],
): Promise<Map<string, string>> {
  const ids = [...new Set(answers.map(({ pairId }) => pairId))];
  const pairs = await tx.pair.findMany({
    where: { programId, id: { in: ids }, ...(startupId ? { startupId } : {}) },
    select: { id: true, startupId: true },
  });
  if (pairs.length < ids.length) throw new AppError('not_found', 'pair');
  return new Map(pairs.map((pair) => [pair.id, pair.startupId]));
}

async function refusalsOf(
  tx: Tx,
  { scope, now }: Context<ProgramScope>,
  answers: readonly WaveAnswerInput[],
  several: boolean,
): Promise<Refusal[]> {
  const mainDay = await findMainDay(tx, scope);
  const waves = mainDay === null ? [] : wavesAfter(mainDay);
  const ids = answers.map(({ pairId }) => pairId);
  const pairs = await selectWavePairs({ tx, scope, clocks: clocksOf(scope.program, now), kept: null }, ids);
  const metOn = new Map(pairs.map((pair) => [pair.pairId, pair.metOn]));
  const today = dayInZone(now, scope.program.homeZone);
  return answers.flatMap(({ pairId, months }, n) => {
    const wave = waves.find((each) => each.months === months);
    const refusals = refusalsOfAnswer(wave, { metOn: metOn.get(pairId) ?? null, today });
    return refusals.map((refusal) => ({
      ...refusal,
      field: [...(several ? ['answers', n] : []), ...(refusal.field ?? [])],
    }));
  });
}

async function recordAnswer(
  tx: Tx,
  { scope, viewer, now, record }: Context<ProgramScope>,
  { pairId, months, state, note }: WaveAnswerInput,
  startupId: string,
): Promise<void> {
  const { id } = await tx.waveAnswer.create({
    data: {
      ...{ programId: scope.programId, startupId, pairId, months, state, note: note || null },
      ...{ effectiveAt: now, recordedAt: now, byId: viewer.personId, means: viewer.means },
    },
    select: { id: true },
  });
  // What was noted stays out of the audit trail: it is the pair's.
  record({ subject: 'wave_answer', subjectId: id, pairId, startupId, detail: { months, state } });
}
