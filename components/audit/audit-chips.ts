import type { FilterChipLink } from '@/components/ui/filter-chips';
import { type AuditAddress, askedOf } from '@/lib/audit/rules/address';

type Narrowing = Exclude<keyof AuditAddress, 'cursor'>;
export type AuditWords = { [key in Narrowing]: (value: string) => string };

/** What narrows the trail, each with the address without it. */
export function auditChips(path: string, address: AuditAddress, words: AuditWords): FilterChipLink[] {
  return (Object.keys(words) as Narrowing[]).flatMap((key) => {
    if (!address[key]) return [];
    const search = new URLSearchParams(askedOf({ ...address, [key]: '', cursor: '' })).toString();
    return [{ key, label: words[key](address[key]), href: search ? `${path}?${search}` : path }];
  });
}
