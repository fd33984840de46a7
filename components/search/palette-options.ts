import type { AppIconName } from '@/components/shell/app-icon';
import type { RecentThing } from '@/components/shell/recent';
import { INSIDE } from '@/lib/core/search-rank';
import { rankOf, termsOf } from '@/lib/search/rules/rank';
import type { FoundKind, FoundThing } from '@/lib/search/schema';

/** One line of the palette: it leads somewhere, or does something. */
export type PaletteOption = {
  id: string;
  icon: AppIconName;
  title: string;
  detail: string;
  /** What it is, in one word. */
  kind: string;
  /** Other words it is found by. */
  words?: string;
  href?: string;
  run?: () => void;
  /** Kept among what was opened last. */
  recent?: RecentThing;
};
export type PaletteSection = { id: string; label: string | null; options: readonly PaletteOption[] };

const ICONS: Readonly<Record<FoundKind, AppIconName>> = {
  program: 'programs',
  startup: 'startups',
  investor: 'investors',
  person: 'people',
  pair: 'pairs',
  meeting: 'meetings',
  action: 'tasks',
  note: 'notes',
  page: 'other',
};

/** A record that was found now or opened before. Its kind may be one that an earlier version kept. */
export function recordOption(
  thing: FoundThing | RecentThing,
  kindOf: (kind: FoundKind) => string,
): PaletteOption {
  const kind = thing.kind in ICONS ? (thing.kind as FoundKind) : 'page';
  const { title, detail, href, program } = thing;
  return {
    id: `${kind} ${href} ${'id' in thing ? thing.id : ''}`,
    icon: ICONS[kind],
    ...{ title, detail, href, kind: kindOf(kind) },
    recent: { kind, program, title, detail, href },
  };
}

/** Those of the options that answer a query, the best first, cut where their names begin otherwise. */
function answering(
  query: string,
  options: readonly PaletteOption[],
): { first: PaletteOption[]; rest: PaletteOption[] } {
  const words = termsOf(query).map(({ word }) => word);
  const ranked = options
    .map((option) => ({
      option,
      rank: rankOf(query, words, [{ name: option.title, others: option.words ? [option.words] : [] }]),
    }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank);
  const isFirst = ({ rank }: { rank: number }) => rank < INSIDE - 1;
  return {
    first: ranked.filter(isFirst).map(({ option }) => option),
    rest: ranked.filter((each) => !isFirst(each)).map(({ option }) => option),
  };
}

/** Commands and pages that begin with what is typed, then records, then commands that only hold it. */
export function listed(
  query: string,
  own: readonly PaletteOption[],
  records: readonly PaletteOption[],
): PaletteOption[] {
  const { first, rest } = answering(query, own);
  return [...first, ...records, ...rest];
}
