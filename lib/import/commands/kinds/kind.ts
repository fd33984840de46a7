import type { Locale } from '@/lib/core/locale';
import type { Refusal, Result } from '@/lib/core/result';
import type { ProgramScope } from '@/lib/core/scope';
import type { Clash, Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { sayIn } from '@/lib/platform/say';
import type { Judged } from '../../rules/judged';
import { type RowReader, wordKey } from '../../rules/row-reader';

type Reads<Known, Write> = {
  /** All that rows may name, read once; with `lock` also taken for this transaction, in the order of command.ts. */
  load: (tx: Tx, scope: ProgramScope, lock: boolean) => Promise<Known>;
  /** What becomes of one row. `decision` is what a person said of it. */
  judge: (row: RowReader, known: Known, decision: string | null, scope: ProgramScope) => Judged<Write>;
  /** What a row's new record is called, where two of nearly one name may be one. */
  nameOf?: (write: Write) => string;
};

/** Written in sets by the noun's own functions, however many rows there are. */
type InSets<Known, Write> = Reads<Known, Write> & {
  write: (tx: Tx, context: Context<ProgramScope>, rows: readonly Write[], known: Known) => Promise<void>;
  perform?: never;
};

/** Written row by row by commands. What they would refuse is found before, by running them and taking them back. */
type ByCommands<Known, Write> = Reads<Known, Write> & {
  perform: (tx: Tx, context: Context<ProgramScope>, write: Write) => Promise<Result<unknown>>;
  /** Says in words what a constraint refused. */
  explain?: (tx: Tx, scope: ProgramScope, clash: Clash, write: Write) => Promise<Refusal[] | null>;
  /** The column where a field of a command's input stands. */
  columns: Readonly<Record<string, string>>;
  sets?: Sets<Write>;
  write?: never;
};

/** Rows that commands write, but of which nothing can be refused any more: they are written in sets all the same. */
type Sets<Write> = {
  covers: (write: Write) => boolean;
  write: (tx: Tx, context: Context<ProgramScope>, rows: readonly Write[]) => Promise<Result<unknown>>;
};

/** How rows of one kind are read, judged and written. */
export type Kind<Known = unknown, Write = unknown> = InSets<Known, Write> | ByCommands<Known, Write>;

/** A kind among others; what it knows and writes is its own affair. */
export const kindOf = <Known, Write>(kind: Kind<Known, Write>): Kind => kind as unknown as Kind;

const BOTH: readonly Locale[] = ['ko', 'en'];

/** The words of a list in both languages, and its keys. */
export function wordsOf<Key extends string>(
  keys: readonly Key[],
  message: (key: Key) => string,
  more: Partial<Record<Key, readonly string[]>> = {},
): Map<string, Key> {
  return new Map(
    keys.flatMap((key) =>
      [key, ...BOTH.map((locale) => sayIn(locale)(message(key))), ...(more[key] ?? [])].map(
        (word) => [wordKey(word), key] as const,
      ),
    ),
  );
}
