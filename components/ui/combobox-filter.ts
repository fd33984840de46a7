import { matchesSearch } from '@/lib/core/hangul';
import { bestFirst } from '@/lib/core/search-rank';

export type ComboboxOption = {
  value: string;
  label: string;
  /** Shown small beside the label. */
  detail?: string;
  /** More spellings that find it. */
  keywords?: string;
};
export type ComboboxMatcher = (option: ComboboxOption, query: string) => boolean;

/** Latin without case, anywhere in label or keywords. For initial consonants: `matchInitials`. */
export const matchAnywhere: ComboboxMatcher = (option, query) =>
  `${option.label} ${option.detail ?? ''} ${option.keywords ?? ''}`
    .toLowerCase()
    .includes(query.toLowerCase());

/** The same in Korean too: `ㄱㄹ` finds 가람. */
export const matchInitials: ComboboxMatcher = ({ label, keywords = '' }, query) =>
  matchesSearch(`${label} ${keywords}`, query);

/**
 * The first `limit` options that match, the best first (see `searchRank`), and how many more there are.
 */
export function filterOptions(
  options: readonly ComboboxOption[],
  query: string,
  matches: ComboboxMatcher,
  limit: number,
): { shown: readonly ComboboxOption[]; more: number } {
  const wanted = query.trim();
  const found = wanted ? options.filter((option) => matches(option, wanted)) : options;
  const ordered = wanted
    ? bestFirst(found, wanted, ({ label, detail = '', keywords = '' }) => ({
        name: label,
        others: [detail, keywords],
      }))
    : found;
  return { shown: ordered.slice(0, limit), more: Math.max(0, ordered.length - limit) };
}
