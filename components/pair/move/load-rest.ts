import { send } from '@/components/ui/request';
import type { PairItem } from '@/lib/pair/schema';

type Page = { items: PairItem[]; nextCursor: string | null };
export type Rest = {
  items: PairItem[];
  /** Where the next page begins; null when all are here. */
  cursor: string | null;
  /** A page was refused or not reached: what is missing is told, and can be asked for again. */
  isBroken: boolean;
};

const AT_ONCE = 1000;

/** Reads the pages after the first, a thousand pairs at a time; `onPage` hears of each, and of the one that did not come. */
export async function loadRest(
  slug: string,
  filter: string,
  from: Rest,
  signal: AbortSignal,
  onPage: (rest: Rest) => void,
): Promise<void> {
  let rest = from;
  while (rest.cursor !== null && !signal.aborted) {
    const path = `/programs/${slug}/pairs?limit=${AT_ONCE}&sort=-stage${filter}&cursor=${encodeURIComponent(rest.cursor)}`;
    const answer = await send<Page>('GET', path, undefined, { signal });
    if (signal.aborted) return;
    if (!answer.ok) return onPage({ ...rest, isBroken: true });
    const { items, nextCursor } = answer.value;
    rest = { items: [...rest.items, ...items], cursor: nextCursor, isBroken: false };
    onPage(rest);
  }
}
