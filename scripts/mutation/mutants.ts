import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';

export type Source = { file: string; text: string };

/** One small change of a source. Lines and columns count from 1, as an editor shows them. */
export type Mutant = {
  /** Number among all mutants, for StrykerJS' switch. It changes when an earlier file changes. */
  id: string;
  /** The same as long as the file is the same. */
  key: string;
  file: string;
  folder: string;
  line: number;
  column: number;
  mutator: string;
  original: string;
  replacement: string;
  /** The whole file with this change. */
  text: string;
};

/** Where the rules and the writes of the product are. */
const FOLDERS = ['pair', 'meeting', 'amount', 'outcome', 'funnel', 'timetable', 'platform'];

/**
 * An emptied text is wording, or SQL that the database refuses at once: both say nothing about a rule. What is inside
 * a statement of SQL is not changed by any mutator.
 */
const LEFT_OUT = ['StringLiteral'];

const QUIET = { isTraceEnabled: no, isDebugEnabled: no, isInfoEnabled: no, isWarnEnabled: no };
const LOGGER = { ...QUIET, isErrorEnabled: no, isFatalEnabled: no };
const METHODS = { trace: no, debug: no, info: no, warn: no, error: no, fatal: no };

function no(): false {
  return false;
}

/** The sources that are changed. What runs in threads of their own is not: no mutant can be switched on there. */
export function readSources(root: string): Source[] {
  return globSync(`lib/{${FOLDERS}}/**/*.ts`, { cwd: root })
    .filter((file) => !/(\.test|-worker|worker-task)\.ts$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** Every mutant of the sources, and the sources with all mutants in them, each behind its switch. */
export async function findMutants(
  sources: readonly Source[],
): Promise<{ mutants: Mutant[]; instrumented: Source[] }> {
  const instrumenter = new Instrumenter({ ...LOGGER, ...METHODS });
  const { files, mutants } = await instrumenter.instrument(
    sources.map(({ file, text }) => ({ name: file, content: text, mutate: true })),
    { plugins: null, ignorers: [], excludedMutations: LEFT_OUT },
  );
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  const counts = new Map<string, number>();
  const found = mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ id, fileName: file, location, mutatorName, replacement }): Mutant => {
      const text = texts.get(file) ?? '';
      const [start, end] = [offsetOf(text, location.start), offsetOf(text, location.end)];
      const index = counts.get(file) ?? 0;
      counts.set(file, index + 1);
      return {
        id,
        key: `${file}@${hashOf(text)}#${index}`,
        file,
        folder: file.split('/')[1] ?? '',
        line: location.start.line + 1,
        column: location.start.column + 1,
        mutator: mutatorName,
        original: text.slice(start, end),
        replacement,
        text: text.slice(0, start) + compilable(replacement) + text.slice(end),
      };
    });
  return { mutants: found, instrumented: files.map(({ name, content }) => ({ file: name, text: content })) };
}

/** A removed statement is an empty one, which TypeScript does not take as the body of an `if`. */
function compilable(replacement: string): string {
  return replacement === ';' ? '{}' : replacement;
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let offset = 0;
  for (let each = 0; each < line; each++) offset = text.indexOf('\n', offset) + 1;
  return offset + column;
}
