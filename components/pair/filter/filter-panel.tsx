'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { RampTile } from '@/components/ui/ramp-tile';
import { SearchBox } from '@/components/ui/search-box';
import { Select } from '@/components/ui/select';
import { matchesSearch } from '@/lib/core/hangul';
import { bestFirst } from '@/lib/core/search-rank';
import { type NamedPerson, nameIn } from '@/lib/core/shown-name';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { MEETING_STAGES, REASON_FILTERS, STAGES, STATUSES } from '@/lib/pair/rules/stages';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { toneOfPair, toneOfStage } from '../stage-tone';
import { readAddress } from './address';
import { useAddress } from './address-context';
import type { FilterWords, SectorOption } from './filter-words';

/** From here on a list is searched, and only its beginning is drawn. */
const LONG = 12;
const DRAWN = 40;

type Props = {
  facets: PairFacets;
  sectors: readonly SectorOption[];
  words: FilterWords;
  /** Called once the fields are there. */
  onReady: () => void;
};

/** Everything pairs can be kept by; a choice acts at once, and its pairs follow. */
export function FilterPanel({ facets, sectors, words, onReady }: Props) {
  useEffect(onReady, [onReady]);
  const t = useTranslations('pair.pipeline.filter');
  const locale = useLocale();
  const { address, change } = useAddress();
  const keep = (key: 'stage' | 'status' | 'sector' | 'startup' | 'investor' | 'owner' | 'rung' | 'reason') =>
    ({ chosen: address[key], onChange: (values: string[]) => change({ [key]: values }) }) as const;
  const named = (one: NamedPerson) => ({
    value: one.id,
    label: nameIn(one, locale),
    keywords: `${one.name} ${one.nameEn}`,
  });
  const office = facets.people.filter(({ startupId }) => startupId === null);
  const stages = MEETING_STAGES.map((stage) => ({ value: stage, label: words.stage(stage) }));
  return (
    <div className="fl-panel">
      <CheckList
        label={t('stage')}
        options={STAGES.map((stage) => ({
          value: stage,
          label: words.stage(stage),
          tile: <RampTile tone={toneOfStage(stage)} />,
        }))}
        {...keep('stage')}
      />
      <CheckList
        label={t('status')}
        options={STATUSES.map((status) => ({
          value: status,
          label: words.status(status),
          tile: status === 'open' ? undefined : <RampTile tone={toneOfPair('candidate', status)} />,
        }))}
        {...keep('status')}
      />
      <CheckList
        label={t('rung')}
        options={LIVE_RUNGS.map((rung) => ({ value: rung, label: words.rung(rung) }))}
        {...keep('rung')}
      />
      {sectors.length > 1 && (
        <CheckList
          label={t('sector')}
          options={sectors.map(({ key, label }) => ({ value: key, label }))}
          {...keep('sector')}
        />
      )}
      {facets.startups.length > 1 && (
        <CheckList label={t('startup')} options={facets.startups.map(named)} {...keep('startup')} />
      )}
      <CheckList
        label={t('investor')}
        options={facets.investors.map(({ id, name }) => ({ value: id, label: name }))}
        {...keep('investor')}
      />
      {office.length > 0 && <CheckList label={t('owner')} options={office.map(named)} {...keep('owner')} />}
      <CheckList
        label={t('reason')}
        options={REASON_FILTERS.map((code) => ({ value: code, label: words.reason(code) }))}
        {...keep('reason')}
      />
      <div className="grid content-start gap-3">
        <Select
          label={t('reached')}
          emptyLabel={t('any')}
          options={stages}
          value={address.reached}
          onChange={(event) => change({ reached: readAddress({ reached: event.target.value }).reached })}
        />
        <Select
          label={t('met')}
          emptyLabel={t('any')}
          options={stages}
          value={address.met}
          onChange={(event) => change({ met: readAddress({ met: event.target.value }).met })}
        />
        <Checkbox
          label={t('overdue')}
          checked={address.overdue}
          onChange={(event) => change({ overdue: event.target.checked })}
        />
        <Checkbox
          label={t('unscheduled')}
          checked={address.unscheduled}
          onChange={(event) => change({ unscheduled: event.target.checked })}
        />
      </div>
    </div>
  );
}

type CheckOption = { value: string; label: string; tile?: ReactNode; keywords?: string };
type CheckProps = {
  label: string;
  options: readonly CheckOption[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Any number of a list; a long one is searched by its letters or initial consonants. */
function CheckList({ label, options, chosen, onChange }: CheckProps) {
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
