import { highsEngine } from '@/lib/platform/exact/highs';
import { answerSchema } from '@/lib/solver/rules/certificate/check-answer';
import { applyChange, repairChangeSchema } from '@/lib/solver/rules/repair/apply-change';
import { repair } from '@/lib/solver/rules/repair/repair';
import { readInstance, readLastLine } from './read';

/** What the proofs may take in all. */
const SECONDS = 10;

/** Reads an instance, an answer and what happened; prints the options, fewest changes first, as one JSON object. */
export async function repairTimetable([file, answerFile, changeFile]: string[]): Promise<number> {
  const instance = readInstance(file);
  const before = readLastLine(
    answerFile,
    'file with an answer',
    answerSchema.pick({ meetings: true }),
  ).meetings;
  const change = readLastLine(changeFile, 'file with a change', repairChangeSchema);
  const started = performance.now();
  const changed = applyChange(instance, before, change);
  const highs = highsEngine();
  const seconds = () => (performance.now() - started) / 1000;
  const engine = { solveMip: highs.solveMip, secondsLeft: () => SECONDS - seconds() };
  try {
    const found = await repair(changed.instance, before, {
      engine,
      onProgress: ({ options }) =>
        console.error(`${seconds().toFixed(3)} s  ${options.length} options so far`),
    });
    console.log(
      JSON.stringify({
        ...found,
        locksReleased: changed.locksReleased,
        seconds: Number(seconds().toFixed(3)),
      }),
    );
    return 0;
  } finally {
    await highs.close();
  }
}
