import { FilterChips } from '@/components/ui/filter-chips';
import type { PairFacets } from '@/lib/pair/schema/figures';
import { type FunnelAddress, type FunnelScreenAddress, funnelHref } from './address';
import { funnelChips, NO_FILTER } from './filter-chips';
import { useFunnelOptions } from './funnel-filter';

type Props = { slug: string; address: FunnelAddress; facets: PairFacets; screen?: FunnelScreenAddress };

/** Whose pairs are counted, where they are not all: each part of the filter can be taken away. */
export function FunnelChips({ slug, address, facets, screen = {} }: Props) {
  const options = useFunnelOptions(facets);
  const chips = funnelChips(
    slug,
    address,
    screen,
    (key, value) => options[key].find((option) => option.value === value)?.label ?? '–',
  );
  return <FilterChips chips={chips} clear={funnelHref(slug, { ...address, ...NO_FILTER }, screen)} />;
}
