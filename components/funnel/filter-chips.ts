import type { FilterChipLink } from '@/components/ui/filter-chips';
import { FILTERS, type FunnelAddress, type FunnelScreenAddress, funnelHref } from './address';

export const NO_FILTER = { sector: [], startup: [], investor: [], owner: [] } as const satisfies Pick<
  FunnelAddress,
  (typeof FILTERS)[number]
>;

/** What a value of the filter is called. */
export type NameOfFilter = (key: (typeof FILTERS)[number], value: string) => string;

/** Every chosen value of the funnel's filter, each with the address of the same screen without it. */
export function funnelChips(
  slug: string,
  address: FunnelAddress,
  screen: FunnelScreenAddress,
  nameOf: NameOfFilter,
): FilterChipLink[] {
  return FILTERS.flatMap((key) =>
    address[key].map((value) => ({
      key: `${key} ${value}`,
      label: nameOf(key, value),
      href: funnelHref(slug, { ...address, [key]: address[key].filter((other) => other !== value) }, screen),
    })),
  );
}
