import type { LiveRung } from '@/lib/pair/rules/item';
import type { PairStatus, ReasonFilter, Stage } from '@/lib/pair/rules/stages';
import type { Address } from './address';

export type FilterWords = {
  stage: (key: Stage) => string;
  status: (key: PairStatus) => string;
  reason: (key: ReasonFilter) => string;
  rung: (key: LiveRung) => string;
  sector: (key: string) => string;
  name: (id: string) => string;
  reached: (key: Stage) => string;
  met: (key: Stage) => string;
  overdue: string;
  unscheduled: string;
};

/** One chosen value of the filter, and the address without it. */
export type FilterChip = { key: string; label: string; without: Partial<Address> };

export function chipsOf(address: Address, words: FilterWords): FilterChip[] {
  const many = <T extends string>(key: keyof Address, values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({
      key: `${key} ${value}`,
      label: label(value),
      without: { [key]: values.filter((other) => other !== value) } as Partial<Address>,
    }));
  const { reached, met, q } = address;
  return [
    ...(q ? [{ key: 'q', label: `“${q}”`, without: { q: '' } }] : []),
    ...many('stage', address.stage, words.stage),
    ...many('status', address.status, words.status),
    ...many('sector', address.sector, words.sector),
    ...many('startup', address.startup, words.name),
    ...many('investor', address.investor, words.name),
    ...many('owner', address.owner, words.name),
    ...many('rung', address.rung, words.rung),
    ...many('reason', address.reason, words.reason),
    ...(reached
      ? [{ key: 'reached', label: words.reached(reached), without: { reached: '' as const } }]
      : []),
    ...(met ? [{ key: 'met', label: words.met(met), without: { met: '' as const } }] : []),
    ...(['overdue', 'unscheduled'] as const).flatMap((key) =>
      address[key] ? [{ key, label: words[key], without: { [key]: false } }] : [],
    ),
  ];
}
