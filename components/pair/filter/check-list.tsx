'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { SearchBox } from '@/components/ui/search-box';
import { matchesSearch } from '@/lib/core/hangul';
import { bestFirst } from '@/lib/core/search-rank';

export type CheckOption = { value: string; label: string; tile?: ReactNode; keywords?: string };
type Props = {
  label: string;
  options: readonly CheckOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** From here on a list is searched, and only its beginning is drawn. */
const LONG = 12;
const DRAWN = 40;

/** Any number of a list; a long one is searched by its letters or initial consonants. */
export function CheckList({ label, options, chosen, onChange }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const [query, setQuery] = useState('');
  const isLong = options.length > LONG;
  const found = query
    ? bestFirst(
        options.filter(({ label, keywords }) => matchesSearch(`${label} ${keywords ?? ''}`, query)),
        query,
        ({ label, keywords = '' }) => ({ name: label, others: [keywords] }),
      )
    : isLong
      ? options.toSorted((a, b) => Number(chosen.includes(b.value)) - Number(chosen.includes(a.value)))
      : options;
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
          className="pb-1"
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <div className={isLong ? 'fl-long' : undefined}>
        {found.slice(0, DRAWN).map(({ value, label, tile }) => (
          <label key={value} className="fl-option">
            <input
              type="checkbox"
              className="ui-check"
              checked={chosen.includes(value)}
              onChange={() => toggle(value)}
            />
            {tile}
            <span>{label}</span>
          </label>
        ))}
      </div>
      {found.length > DRAWN && (
        <p className="text-xs text-ink-2">{t('more', { count: found.length - DRAWN })}</p>
      )}
    </fieldset>
  );
}
