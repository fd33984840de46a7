'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { SearchBox } from '@/components/ui/search-box';
import { formatNumber } from '@/lib/core/dates';
import { matchesSearch } from '@/lib/core/hangul';
import { bestFirst } from '@/lib/core/search-rank';

/** From here on a list is searched, and only its beginning is drawn. */
const LONG = 12;
const DRAWN = 24;

export type FacetOption = { value: string; label: string; tile?: ReactNode; keywords?: string };
type Props = {
  label: string;
  options: readonly FacetOption[];
  chosen: readonly string[];
  /** How many pairs a value would keep; null while that is not known. */
  countOf: (value: string) => number | null;
  onChange: (chosen: string[]) => void;
};

/** Any number of values by one press each, with what each would keep; a long list is searched by letters or initials. */
export function FacetChips({ label, options, chosen, countOf, onChange }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const locale = useLocale();
  const [query, setQuery] = useState('');
  const isLong = options.length > LONG;
  const found = query
    ? bestFirst(
        options.filter(({ label, keywords }) => matchesSearch(`${label} ${keywords ?? ''}`, query)),
        query,
        ({ label, keywords = '' }) => ({ name: label, others: [keywords] }),
      )
    : isLong
      ? options.toSorted((a, b) => rank(b.value) - rank(a.value))
      : options;
  /** What is chosen first, then what keeps most. */
  function rank(value: string): number {
    return chosen.includes(value) ? Number.MAX_SAFE_INTEGER : (countOf(value) ?? 0);
  }
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className="fl-group">
      <legend>{label}</legend>
      {isLong && (
        <SearchBox
          label={t('find')}
          name=""
          value={query}
          className="pb-2"
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div className="fl-facets">
        {found.slice(0, DRAWN).map(({ value, label, tile }) => {
          const count = countOf(value);
          return (
            <label key={value} className="ui-chip fl-facet" data-empty={count === 0 || undefined}>
              <input
                type="checkbox"
                className="sr-only"
                checked={chosen.includes(value)}
                aria-label={
                  count === null ? label : t('counted', { label, count: formatNumber(count, locale) })
                }
                onChange={() => toggle(value)}
              />
              {tile}
              <span className="min-w-0">{label}</span>
              {count !== null && (
                <span aria-hidden="true" className="fl-count">
                  {formatNumber(count, locale)}
                </span>
              )}
            </label>
          );
        })}
      </div>
      {found.length > DRAWN && (
        <p className="pt-1 text-xs text-ink-2">{t('more', { count: found.length - DRAWN })}</p>
      )}
    </fieldset>
  );
}
