import type { ProgramScope } from '@/lib/core/scope';
import { isReadableNote } from '@/lib/pair/queries/notes';
import type { Tx } from '@/lib/platform/database';
import { OF_PAIR, PAIR_NAMES, type PairNames, withParties } from './pairs';
import type { Wanted } from './wanted';

export type FoundNote = PairNames & { pairId: string; id: string; text: string; createdAt: Date };
/** A pair's next step; `on` is YYYY-MM-DD. */
export type FoundAction = PairNames & { pairId: string; text: string; on: string | null };

/** The index of notes is made of runs of three letters; shorter words are found in names. */
const LEAST_LETTERS = 3;
const MOST = 12;
type FoundIn = 'note' | 'action';

/** Notes and next steps that hold every word, the newest first; none where no word has three letters. */
export async function findProse(
  tx: Tx,
  scope: ProgramScope,
  { terms }: Wanted,
): Promise<{ notes: FoundNote[]; actions: FoundAction[] }> {
  const keys = terms.map(({ key }) => key);
  if (!keys.some((key) => key.length >= LEAST_LETTERS)) return { notes: [], actions: [] };
  const held = await tx.$queryRaw<{ kind: FoundIn; id: string }[]>`
    select 'note' as kind, id from notes_that_hold(${keys}, ${MOST})
    union all select 'action', id from next_steps_that_hold(${keys}, ${MOST})`;
  const idsOf = (kind: FoundIn) => held.filter((each) => each.kind === kind).map(({ id }) => id);
  return {
    notes: await selectNotes(tx, scope, idsOf('note')),
    actions: await selectActions(tx, scope, idsOf('action')),
  };
}

/** What was found is read first: left to choose, the planner reads every pair for a few notes. */
async function selectNotes(tx: Tx, scope: ProgramScope, ids: readonly string[]): Promise<FoundNote[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<FoundNote[]>`
    with n as materialized (
      select n.id, n.pair_id, n.body, n.created_at from note n
      where n.program_id = ${scope.programId}::uuid and n.id = any(${ids}::uuid[])
        and n.archived_at is null and ${isReadableNote(scope)})
    select n.id, p.id as "pairId", ${PAIR_NAMES}, n.body as text, n.created_at as "createdAt"
    from n join pair p on p.program_id = ${scope.programId}::uuid and p.id = n.pair_id ${withParties(scope)}
    order by n.created_at desc, n.id`;
}

async function selectActions(tx: Tx, scope: ProgramScope, ids: readonly string[]): Promise<FoundAction[]> {
  if (ids.length === 0) return [];
  return tx.$queryRaw<FoundAction[]>`
    with p as materialized (
      select ${OF_PAIR}, p.next_step, p.next_step_on from pair p
      where p.program_id = ${scope.programId}::uuid and p.id = any(${ids}::uuid[]))
    select p.id as "pairId", ${PAIR_NAMES}, p.next_step as text, to_char(p.next_step_on, 'YYYY-MM-DD') as on
    from p ${withParties(scope)}
    order by p.next_step_on desc nulls last, p.id`;
}
