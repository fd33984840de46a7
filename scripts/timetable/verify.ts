import { answerSchema, checkSolverAnswer } from '@/lib/solver/rules/certificate/check-answer';
import { compile } from '@/lib/solver/rules/compile';
import { readInstance, readLastLine } from './read';

/** Exits with 1 and the reasons on stderr where the answer is not what it says. */
export async function verifyTimetable([file, answerFile]: string[]): Promise<number> {
  const instance = readInstance(file);
  compile(instance);
  const answer = readLastLine(answerFile, 'file with an answer', answerSchema);
  const { wrong, onTrust } = checkSolverAnswer(instance, answer);
  for (const sentence of wrong.slice(0, 20)) console.error(sentence);
  if (wrong.length > 20) console.error(`And ${wrong.length - 20} more.`);
  if (wrong.length > 0) return 1;
  const trust = onTrust.length > 0 ? ` The bound on ${onTrust.join(' and ')} is an engine's word.` : '';
  const proved = answer.proved ? 'It is proved that no timetable is better.' : 'It may not be the best.';
  console.log(
    `The answer holds: ${answer.placed} meetings, weight ${answer.weight} of at most ${answer.bound}. ${proved}${trust}`,
  );
  return 0;
}
