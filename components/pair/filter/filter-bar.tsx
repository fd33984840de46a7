'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTimer } from '@/components/form/use-timer';
import { SearchBox } from '@/components/ui/search-box';
import { countChosen, queryOf } from './address';
import { useAddress } from './address-context';
import { FilterButton } from './filter-layout';

const WAIT = 250;

/** Search, filter, arrangement: the same on every view. */
export function FilterBar({ children }: { children: ReactNode }) {
  const { address } = useAddress();
  const t = useTranslations('pair.pipeline.filter');
  const count = countChosen(address);
  return (
    <div className="fl-bar no-print">
      <NameSearch />
      <FilterButton label={count > 0 ? t('openCount', { count }) : t('open')} />
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
  const { start, stop } = useTimer();

  useEffect(() => {
    // Cleared or changed from elsewhere; what is being typed here is not overwritten by its own echo.
    if (address.q === sent.current) return;
    sent.current = address.q;
    setText(address.q);
  }, [address.q]);

  const send = (q: string) => {
    stop();
    sent.current = q.trim();
    change({ q: q.trim() });
  };
  return (
    <search className="relative">
      <form
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
