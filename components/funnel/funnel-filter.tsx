import { ListFilter } from 'lucide-react';
import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { LinkButton } from '@/components/ui/link-button';
import { Popover } from '@/components/ui/popover';
import { type Option, Select } from '@/components/ui/select';
import { nameIn } from '@/lib/core/shown-name';
import { NO_OWNER } from '@/lib/funnel/schema';
import type { PairFacets } from '@/lib/pair/schema/figures';
import {
  FILTERS,
  type FunnelAddress,
  type FunnelScreenAddress,
  funnelHref,
  funnelPath,
  paramsOf,
} from './address';
import { NO_FILTER } from './filter-chips';

type Props = {
  slug: string;
  address: FunnelAddress;
  facets: PairFacets;
  today: string;
  screen?: FunnelScreenAddress;
};
type Filter = (typeof FILTERS)[number];

/** Whose pairs are counted, and by what knowledge: a plain form that writes the address. */
export function FunnelFilter({ slug, address, facets, today, screen = {} }: Props) {
  const t = useTranslations('funnel.filter');
  const options = useFunnelOptions(facets);
  const count = FILTERS.filter((key) => address[key].length > 0).length;
  const { asOf, from, sum } = paramsOf(address);
  const kept = Object.entries({ asOf, from, sum, ...screen.more });
  return (
    <Popover
      label={t('title')}
      place="end"
      className="w-80"
      trigger={
        <>
          <ListFilter aria-hidden="true" size={16} />
          {count > 0 ? t('count', { count }) : t('title')}
        </>
      }
    >
      <Form action={funnelPath(slug) + (screen.path ?? '')} className="grid gap-3">
        {kept.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
        {FILTERS.map((key) => (
          <Select
            key={`${key} ${address[key].join()}`}
            label={t(key)}
            name={key}
            defaultValue={address[key].join(',')}
            emptyLabel={t('all')}
            options={withSeveral(options[key], address[key])}
          />
        ))}
        <DateInput
          key={`knownOn ${address.knownOn}`}
          label={t('knownOn')}
          hint={t('knownOnHint')}
          name="knownOn"
          defaultValue={address.knownOn === 'then' ? address.asOf : address.knownOn}
          max={today}
        />
        <div className="flex gap-2">
          <Button type="submit" tone="primary" size="sm">
            {t('apply')}
          </Button>
          <LinkButton size="sm" href={funnelHref(slug, { ...address, ...NO_FILTER, knownOn: '' }, screen)}>
            {t('reset')}
          </LinkButton>
        </div>
      </Form>
    </Popover>
  );
}

/** The choices of the filter by their names. */
export function useFunnelOptions({ startups, investors, people }: PairFacets): Record<Filter, Option[]> {
  const locale = useLocale();
  const t = useTranslations('startup');
  const none = useTranslations('funnel-readings')('split.noOwner');
  const sectorName = (key: string) => {
    const name = `sector.${key}` as 'sector.other';
    return t.has(name) ? t(name) : key;
  };
  const sectors = [...new Set(startups.map(({ sector }) => sector))].sort();
  return {
    sector: sectors.map((value) => ({ value, label: sectorName(value) })),
    startup: startups.map((startup) => ({ value: startup.id, label: nameIn(startup, locale) })),
    investor: investors.map(({ id, name }) => ({ value: id, label: name })),
    owner: [
      ...people.filter((one) => !one.startupId).map((one) => ({ value: one.id, label: nameIn(one, locale) })),
      { value: NO_OWNER, label: none },
    ],
  };
}

/** A link may name several; the field keeps them as one choice that says how many. */
function withSeveral(options: readonly Option[], chosen: readonly string[]): Option[] {
  if (chosen.length < 2) return [...options];
  const names = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value);
  return [{ value: chosen.join(','), label: names.join(', ') }, ...options];
}
