import { statfsSync } from 'node:fs';

/** Something the person at the console can put right: told as one sentence, without a stack. */
export class Problem extends Error {}

/** Runs a command to its end; exits with the code it gives, or 1 and one sentence for a problem. */
export async function main(command: () => Promise<unknown>): Promise<void> {
  try {
    const code = await command();
    process.exitCode = typeof code === 'number' ? code : 0;
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
  // A pipe takes what was printed in portions: leaving before the last one cuts a long answer short.
  await Promise.all([process.stdout, process.stderr].map(written));
  // The channel to run.mjs, and nothing else that matters, may still be open.
  process.exit();
}

/** Resolves once everything printed so far has gone out, or nobody reads it any more. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write('', () => resolve());
  });
}

export function sentenceOf(error: unknown): unknown {
  if (error instanceof Problem) return error.message;
  if (isOutOfSpace(error)) return noSpace(error.path ?? 'the disk');
  return error;
}

export function noSpace(where: string): string {
  return `There is no space left for ${where}; free some and start again.`;
}

export function isOutOfSpace(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}

/** Whether less than this many megabytes are free where `directory` lies. */
export function isNearlyFull(directory: string, megabytes: number): boolean {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize < megabytes * 1e6;
}
