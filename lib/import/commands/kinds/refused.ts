import { isAboutSize } from '@/lib/amount/rules/size';
import type { Refusal } from '@/lib/core/result';
import { conflict, type Judged, problemsOf, rejected } from '../../rules/judged';

/**
 * A row that a command refuses, told at its columns: `columns` names the column where a field of the command's input stands.
 * An unusual size alone is asked.
 */
export function refused(
  { key, changes }: Judged,
  refusals: readonly Refusal[],
  columns: Readonly<Record<string, string>>,
): Judged<never> {
  const at = refusals.map(({ current: _, field = [], ...refusal }) => ({
    ...refusal,
    field: field.map((part) => columns[String(part)] ?? part),
  }));
  const problems = problemsOf(at, Object.values(columns));
  const [first] = problems;
  if (first && problems.length === 1 && isAboutSize(first.reason)) {
    const choices = [{ decision: 'confirm' }, { decision: 'skip' }];
    return conflict({ ...first, choices }, key, changes);
  }
  return rejected(problems, key);
}
