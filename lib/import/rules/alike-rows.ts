import { AlikeNames } from './alike';
import { conflict, type Judged } from './judged';

/** Names are compared in lists that people typed, which are no longer than this: each costs memory for all its slips. */
const MOST_COMPARED = 10_000;

type Row<Write> = { number: number; decision: string | null; judged: Judged<Write> };

/**
 * Of new records whose names in the file are nearly the same, the later ones are asked about: added as new, or left out.
 * Rows of the very same name are twins, and told before.
 */
export function tellAlikeRows<Write>(rows: readonly Row<Write>[], nameOf: (write: Write) => string): void {
  if (rows.length > MOST_COMPARED) return;
  const names = new AlikeNames<{ row: number; name: string }>();
  for (const row of rows) {
    const { key, write, verdict } = row.judged;
    if (write === null || verdict !== 'create') continue;
    const name = nameOf(write);
    const before = row.decision === 'create' ? undefined : names.find(name);
    names.add(name, { row: row.number, name });
    if (!before) continue;
    const choices = [{ decision: 'create' }, { decision: 'skip' }];
    row.judged = conflict({ field: 'name', reason: 'similar_in_file', params: before, choices }, key);
  }
}
