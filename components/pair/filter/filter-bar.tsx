'use client';

import { ListFilter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTimer } from '@/components/form/use-timer';
import { buttonClass } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import { SearchBox } from '@/components/ui/search-box';
import { SkeletonText } from '@/components/ui/skeleton';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { queryOf } from './address';
import { useAddress } from './address-context';
import { chipsOf, type SectorOption, useFilterWords } from './filter-words';

const FilterPanel = late(() => import('./filter-panel').then((file) => file.FilterPanel));

const WAIT = 250;

type Props = { facets: PairFacets; sectors: readonly SectorOption[]; children: ReactNode };

/** Search, filter, arrangement: the same on every view. */
export function FilterBar({ facets, sectors, children }: Props) {
  const t = useTranslations('pair.pipeline.filter');
  const { address } = useAddress();
  const words = useFilterWords(facets, sectors);
  const count = useMemo(
    () => chipsOf(address, words).filter(({ key }) => key !== 'q').length,
    [address, words],
  );
  const [opened, setOpened] = useState(false);
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  /** The reader who opened it goes on inside; so does one whose panel came after the press. */
  const focusInside = useCallback(() => {
    if (card.current?.matches(':popover-open'))
      card.current.querySelector<HTMLElement>('input, select')?.focus();
  }, []);
  return (
    <div className="fl-bar no-print">
      <NameSearch />
      <button
        type="button"
        aria-haspopup="dialog"
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className={buttonClass({ size: 'sm' })}
        onPointerEnter={() => setOpened(true)}
        onFocus={() => setOpened(true)}
      >
        <ListFilter aria-hidden="true" size={16} />
        {count > 0 ? t('openCount', { count }) : t('open')}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('title')}
        data-place="end"
        style={{ positionAnchor: `--${id}` }}
        className="ui-float fl-float"
        ref={card}
        onToggle={focusInside}
      >
        {opened && (
          <FilterPanel
            {...{ facets, sectors, words }}
            onReady={focusInside}
            waiting={<SkeletonText lines={6} />}
          />
        )}
      </div>
      {children}
    </div>
  );
}

/** Search by name or initial consonants, also while a syllable is still being typed. `/` leads here from anywhere. */
function NameSearch() {
  const t = useTranslations('pair.pipeline');
  const { address, change } = useAddress();
  const [text, setText] = useState(address.q);
  const sent = useRef(address.q);
  const form = useRef<HTMLFormElement>(null);
  const { start, stop } = useTimer();

  useEffect(() => {
    // Cleared or changed from elsewhere; what is being typed here is not overwritten by its own echo.
    if (address.q === sent.current) return;
    sent.current = address.q;
    setText(address.q);
  }, [address.q]);
  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      const within = event.target instanceof Element ? event.target : null;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (within?.closest('input, textarea, select, dialog, [contenteditable]')) return;
      event.preventDefault();
      form.current?.querySelector('input')?.select();
      form.current?.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
    };
    document.addEventListener('keydown', reach);
    return () => document.removeEventListener('keydown', reach);
  }, []);

  const send = (q: string) => {
    stop();
    sent.current = q.trim();
    change({ q: q.trim() });
  };
  return (
    <search className="relative">
      <form
        ref={form}
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          send(text);
        }}
      >
        {Object.entries(queryOf({ ...address, q: '' })).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <SearchBox
          label={t('search')}
          className="w-60 max-md:w-full"
          value={text}
          maxLength={100}
          onChange={(event) => {
            const { value } = event.target;
            setText(value);
            start(() => send(value), WAIT);
          }}
        />
      </form>
      {!text && (
        <span
          className="pointer-events-none absolute end-2 top-1/2 -translate-y-1/2 pointer-coarse:hidden"
          aria-hidden="true"
        >
          <kbd>/</kbd>
        </span>
      )}
    </search>
  );
}
