import type { Locale } from '@/lib/core/locale';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { explainRefusals } from '@/lib/platform/explain';
import type { CellProblem } from '../rules/judged';

/** Rows are written by the commands of these nouns, whose refusals have their words there. */
const NOUNS = [
  'import',
  'pair',
  'meeting',
  'outcome',
  'amount',
  'timetable',
  'person',
  'invitation',
  'party',
] as const;

function nounOf(reason: string, locale: Locale): string {
  const says = (noun: (typeof NOUNS)[number]) => {
    const words = CATALOGUE[locale][noun] as object as { refusal?: object };
    return words.refusal !== undefined && Object.hasOwn(words.refusal, reason);
  };
  return NOUNS.find(says) ?? 'import';
}

/** What is wrong with a row in the reader's language, a sentence a problem. `cells`: its texts by field. */
export function problemTexts(
  problems: readonly CellProblem[],
  cells: Readonly<Record<string, string>>,
  locale: Locale,
): string[] {
  return problems.map(({ field, reason: found, params }) => {
    // Of an empty cell that a list has no such value says nothing.
    const reason = found === 'not_in_list' && field !== null && !cells[field] ? 'required' : found;
    const refusal = { reason, ...(params ? { params } : {}) };
    return explainRefusals(nounOf(reason, locale), [refusal], locale)[0]?.message ?? reason;
  });
}
