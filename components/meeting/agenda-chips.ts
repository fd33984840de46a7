import type { FilterChipLink } from '@/components/ui/filter-chips';
import { type AgendaView, agendaHref } from './agenda-address';

/** Nothing that narrows an agenda; its day and its order stay. */
export const WHOLE_AGENDA = {
  stage: null,
  state: null,
  missing: false,
  startup: null,
  investor: null,
} as const satisfies Partial<AgendaView>;

type Narrowing = keyof typeof WHOLE_AGENDA;
export type AgendaWords = { [key in Narrowing]: (value: string) => string };

/** What narrows an agenda, each with the address without it. */
export function agendaChips(slug: string, view: AgendaView, words: AgendaWords): FilterChipLink[] {
  return (Object.keys(WHOLE_AGENDA) as Narrowing[]).flatMap((key) => {
    const value = view[key];
    if (!value) return [];
    const href = agendaHref(slug, view, { [key]: WHOLE_AGENDA[key] });
    return [{ key, label: words[key](String(value)), href }];
  });
}
