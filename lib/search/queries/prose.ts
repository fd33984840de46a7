import type { ProgramScope } from '@/lib/core/scope';
import { isReadableNote } from '@/lib/pair/queries/notes';
import type { Tx } from '@/lib/platform/database';
import { PAIR_NAMES, type PairNames, withParties } from './pairs';
import type { Wanted } from './wanted';

export type FoundNote = PairNames & { pairId: string; id: string; text: string; createdAt: Date };
/** A pair's next step; `on` is YYYY-MM-DD. */
export type FoundAction = PairNames & { pairId: string; text: string; on: string | null };

/** The index of notes is made of runs of three letters; shorter words are found in names. */
const LEAST_LETTERS = 3;
const MOST = 12;

/** Notes and next steps that hold every word, the newest first; none where no word has three letters. */
export async function findProse(
  tx: Tx,
  scope: ProgramScope,
  { terms }: Wanted,
): Promise<{ notes: FoundNote[]; actions: FoundAction[] }> {
  const keys = terms.map(({ key }) => key);
  if (!keys.some((key) => key.length >= LEAST_LETTERS)) return { notes: [], actions: [] };
  return { notes: await selectNotes(tx, scope, keys), actions: await selectActions(tx, scope, keys) };
}

/** First which, then what they say: joined in one statement, all notes would be read for a few. */
async function selectNotes(tx: Tx, scope: ProgramScope, keys: readonly string[]): Promise<FoundNote[]> {
  const held = await tx.$queryRaw<{ id: string }[]>`select id from notes_that_hold(${[...keys]}, ${MOST})`;
  if (held.length === 0) return [];
  return tx.$queryRaw<FoundNote[]>`
    select n.id, p.id as "pairId", ${PAIR_NAMES}, n.body as text, n.created_at as "createdAt"
    from note n join pair p on p.program_id = n.program_id and p.id = n.pair_id ${withParties(scope)}
    where n.program_id = ${scope.programId}::uuid and n.id = any(${held.map(({ id }) => id)}::uuid[])
      and n.archived_at is null and ${isReadableNote(scope)}
    order by n.created_at desc, n.id`;
}

async function selectActions(tx: Tx, scope: ProgramScope, keys: readonly string[]): Promise<FoundAction[]> {
  const patterns = keys.map((key) => `%${key}%`);
  return tx.$queryRaw<FoundAction[]>`
    with held as (
      select p.id from pair p
      where p.program_id = ${scope.programId}::uuid and p.search_text <> '' and p.search_text like all (${patterns})
        and (${scope.startupId}::uuid is null or p.startup_id = ${scope.startupId}::uuid)
      order by p.next_step_on desc nulls last, p.id limit ${MOST})
    select p.id as "pairId", ${PAIR_NAMES}, p.next_step as text, to_char(p.next_step_on, 'YYYY-MM-DD') as on
    from held join pair p on p.program_id = ${scope.programId}::uuid and p.id = held.id ${withParties(scope)}
    order by p.next_step_on desc nulls last, p.id`;
}
