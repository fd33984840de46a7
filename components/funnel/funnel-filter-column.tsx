'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useMemo, useOptimistic, useRef, useTransition } from 'react';
import { FILTER_KEYS, type FilterAddress, queryOf, readFilter } from '@/components/pair/filter/address';
import { FilterColumn } from '@/components/pair/filter/filter-column';
import type { SectorOption } from '@/components/pair/filter/filter-words';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { clocksOfSearch } from '@/lib/core/address';
import { FUNNEL_PLACES } from './address';

type Props = { slug: string; sectors: readonly SectorOption[]; baseCurrency: string };

/** Screens below the funnel whose figures the filter narrows. */
const FILTERED = [
  FUNNEL_PLACES.figures,
  FUNNEL_PLACES.split,
  FUNNEL_PLACES.compare,
  FUNNEL_PLACES.time,
  '/rows',
];

/** The same filters as the pipeline has, written into the address of whichever screen of the funnel is open. */
export function FunnelFilterColumn({ slug, sectors, baseCurrency }: Props) {
  const path = usePathname();
  const search = useSearchParams();
  const router = useRouter();
  const text = search.toString();
  const stands = useMemo(() => readFilter(text), [text]);
  const [address, show] = useOptimistic(stands);
  const [, startTransition] = useTransition();
  // A second choice may come before the first one has arrived: both must stay.
  const wanted = useRef(stands);
  useEffect(() => {
    wanted.current = stands;
  }, [stands]);
  const isFilteredScreen = FILTERED.some((place) => path === `/programs/${slug}/funnel${place}`);
  // The pairs of a second program cannot be narrowed alike.
  if (!isFilteredScreen || search.has('program')) return null;
  const go = (next: URLSearchParams) => router.replace(`${path}?${next}`, { scroll: false });
  const change = (patch: Partial<FilterAddress>) => {
    const next = { ...wanted.current, ...patch };
    wanted.current = next;
    const params = new URLSearchParams(text);
    for (const key of [...FILTER_KEYS, 'page']) params.delete(key);
    for (const [key, value] of Object.entries(queryOf(next))) params.set(key, value);
    startTransition(() => {
      show(next);
      go(params);
    });
  };
  const { asOf, knownOn } = clocksOfSearch(search);
  const known = knownOn === 'then' ? asOf : knownOn;
  const asked = { ...queryOf(address), ...(asOf && { asOf }), ...(known && { knownOn: known }) };
  return (
    <FilterColumn {...{ address, asked, change, sectors, baseCurrency }}>
      <KnownOnForm
        key={knownOn}
        value={known ?? ''}
        onChange={(day) => {
          const params = new URLSearchParams(text);
          if (day) params.set('knownOn', day);
          else params.delete('knownOn');
          go(params);
        }}
      />
    </FilterColumn>
  );
}

/** The second clock by any day: what had been written down by its end. */
function KnownOnForm({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const t = useTranslations('funnel.filter');
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(String(new FormData(event.currentTarget).get('knownOn') ?? ''));
  };
  return (
    <form className="grid gap-2" onSubmit={apply}>
      <DateInput label={t('knownOn')} hint={t('knownOnHint')} name="knownOn" defaultValue={value} />
      <Button type="submit" size="sm">
        {t('apply')}
      </Button>
    </form>
  );
}
