import type { Locale } from '@/lib/core/locale';
import type { ProgramScope } from '@/lib/core/scope';
import type { Context } from '@/lib/platform/command';
import type { Tx } from '@/lib/platform/database';
import { sayIn } from '@/lib/platform/say';
import type { Judged } from '../../rules/judged';
import { type RowReader, wordKey } from '../../rules/row-reader';

/** How rows of one kind are read, judged and written. */
export type Kind<Known = unknown, Write = unknown> = {
  /** All that rows may name, read once; with `lock` also taken for this transaction, in the order of command.ts. */
  load: (tx: Tx, scope: ProgramScope, lock: boolean) => Promise<Known>;
  /** What becomes of one row. `decision` is what a person said of it. */
  judge: (row: RowReader, known: Known, decision: string | null) => Judged<Write>;
  /** Writes what is to be created and changed, in sets, by the commands of the noun. */
  write: (
    tx: Tx,
    context: Context<ProgramScope>,
    rows: readonly Judged<Write>[],
    known: Known,
  ) => Promise<void>;
};

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
