'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { shownName } from '@/lib/core/shown-name';
import type { WishItem } from '@/lib/timetable/schema/wishes';

import type { BoardState } from './use-board';
import { sidesOf } from './use-board';

type Props = { board: BoardState; onWhyNot: (pairId: string) => void };

const FIRST = 30;

/** Musts first, then by weight. */
function byUrgency(a: WishItem, b: WishItem): number {
  return Number(b.wish === 'must') - Number(a.wish === 'must') || (b.weight ?? 0) - (a.weight ?? 0);
}

/** Wishes without a place: each shows why, and can be chosen. */
export function UnplacedList({ board, onWhyNot }: Props) {
  const t = useTranslations('timetable-grid.unplaced');
  const locale = useLocale();
  const [isLong, setIsLong] = useState(false);
  const wishes = useMemo(() => board.grid.unplaced.toSorted(byUrgency), [board.grid.unplaced]);
  const shown = isLong ? wishes : wishes.slice(0, FIRST);
  return (
    <section aria-label={t('title')} className="no-print grid min-w-0 grid-cols-1 gap-2">
      <h2 className="font-bold">
        {t('title')} <span className="font-normal tabular-nums text-ink-2">{wishes.length}</span>
      </h2>
      {wishes.length === 0 && <p className="text-ink-2">{t('none')}</p>}
      <ul className="grid grid-cols-1">
        {shown.map((wish) => (
          <li
            key={wish.pair.id}
            data-wish={wish.pair.id}
            className="flex items-center gap-2 border-t border-line py-1.5"
          >
            <span className="tg-card w-6 shrink-0 text-center" data-weight={Math.min(5, wish.weight ?? 0)}>
              <span className="sr-only">{t('weight')}</span>
              {wish.weight ?? '–'}
            </span>
            <span className="min-w-0 flex-1 text-sm leading-4">
              <b className="block truncate">
                {wish.wish === 'must' && (
                  <span className="tg-must me-1" role="img" aria-label={t('must')}>
                    !
                  </span>
                )}
                {shownName(wish.startup, locale)}
              </b>
              <span className="block truncate">{wish.investor.name}</span>
            </span>
            <Button size="sm" tone="quiet" onClick={() => onWhyNot(wish.pair.id)}>
              {t('why')}
            </Button>
            {board.canEdit && (
              <Button
                size="sm"
                onClick={() => {
                  board.choose(sidesOf(wish));
                  board.goTo(sidesOf(wish));
                }}
              >
                {t('place')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {wishes.length > shown.length && (
        <Button size="sm" onClick={() => setIsLong(true)}>
          {t('more', { count: wishes.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
