'use client';

import {
  type CollisionDetection,
  closestCenter,
  type KeyboardCoordinateGetter,
  pointerWithin,
  useDroppable,
} from '@dnd-kit/core';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { RampTile } from '@/components/ui/ramp-tile';
import { usePrinting } from '@/components/ui/use-printing';
import { formatNumber } from '@/lib/core/dates';
import { formatMoneyExact, formatMoneyShort, money } from '@/lib/core/money';
import type { LiveRung } from '@/lib/pair/rules/item';
import { STAGES } from '@/lib/pair/rules/stages';
import type { PairItem } from '@/lib/pair/schema';
import { toneOfStage } from '../stage-tone';
import { type ColumnKey, sumsOf } from './board-sums';

type Props = {
  column: ColumnKey;
  pairs: readonly PairItem[];
  baseCurrency: string;
  /** The pair to bring into view and give the focus, after it was moved by key or menu. */
  follow: string | null;
  /** Kept in the page while it is dragged, however far the column scrolls. */
  dragged: string | null;
  renderCard: (pair: PairItem) => ReactNode;
  /** In the place of the cards, while something is dragged over the closed ones. */
  zones?: ReactNode;
  actions?: ReactNode;
};

const CARD = 96;

/** One stage: how many, what money at which rung, and its cards, of which only those in sight are drawn; on paper all. */
export function BoardColumn(props: Props) {
  const { column, pairs, baseCurrency, follow, dragged, renderCard, zones, actions } = props;
  const t = useTranslations('pair');
  const label = column === 'closed' ? t('pipeline.board.closed') : t(`stage.${column}`);
  const scroll = useRef<HTMLDivElement>(null);
  const drop = useDroppable({ id: column, disabled: column === 'closed' });
  const at = (id: string | null) => (id ? pairs.findIndex((pair) => pair.id === id) : -1);
  const kept = at(dragged);
  const virtual = useVirtualizer({
    count: pairs.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => CARD,
    getItemKey: (index) => pairs[index]?.id ?? index,
    overscan: 5,
    initialRect: { width: 240, height: 800 },
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      return kept >= 0 && !inSight.includes(kept) ? [...inSight, kept] : inSight;
    },
  });
  const isPrinting = usePrinting();
  const drawn = isPrinting
    ? pairs.map((pair, index) => ({ key: pair.id, index, start: 0 }))
    : virtual.getVirtualItems();
  const followed = at(follow);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the virtualizer is one object for the life of the column
  useEffect(() => {
    if (followed < 0) return;
    virtual.scrollToIndex(followed, { align: 'auto' });
    const soon = requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-pair="${follow}"] .bd-grip`)?.focus(),
      ),
    );
    return () => cancelAnimationFrame(soon);
  }, [followed, follow]);

  return (
    <section
      ref={drop.setNodeRef}
      className="bd-column"
      data-over={drop.isOver || undefined}
      aria-label={label}
    >
      <header className="bd-head">
        <h2>
          <RampTile tone={column === 'closed' ? 'closed' : toneOfStage(column)} />
          <span>{label}</span>
          <span className="bd-count">{formatNumber(pairs.length)}</span>
          {actions}
        </h2>
        <ColumnSums pairs={pairs} baseCurrency={baseCurrency} />
      </header>
      {zones}
      <div ref={scroll} className="bd-cards" hidden={Boolean(zones)}>
        <ul style={{ blockSize: virtual.getTotalSize() }}>
          {drawn.map((item) => {
            const pair = pairs[item.index];
            return (
              pair && (
                <li
                  key={item.key}
                  ref={isPrinting ? null : virtual.measureElement}
                  data-index={item.index}
                  aria-setsize={pairs.length}
                  aria-posinset={item.index + 1}
                  style={{ translate: `0 ${item.start}px` }}
                >
                  {renderCard(pair)}
                </li>
              )
            );
          })}
        </ul>
        {pairs.length === 0 && <p className="bd-none">{t('pipeline.board.emptyColumn')}</p>}
      </div>
    </section>
  );
}

function ColumnSums({ pairs, baseCurrency }: Pick<Props, 'pairs' | 'baseCurrency'>) {
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  const t = useTranslations('pair.pipeline');
  const name = (rung: LiveRung) => rungs(rung);
  const sums = sumsOf(pairs, baseCurrency).map((sum) => ({ ...sum, name: name(sum.rung) }));
  const leftOut = sumsOf(pairs, baseCurrency, { leftOut: true }).map((sum) => ({
    ...sum,
    name: `${t('leftOut')} (${name(sum.rung)})`,
  }));
  return (
    <dl className="bd-sums">
      {[...sums, ...leftOut].map(({ name, lines }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {lines.map(({ currency, minor }) => (
              <span key={currency} title={formatMoneyExact(money(minor, currency), locale)}>
                {formatMoneyShort(money(minor, currency), locale)}
                {currency === 'KRW' && locale === 'ko' ? ' 원' : ''}
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Left and right carry a card from one place to drop it to the next; up and down do nothing. */
export const byColumns: KeyboardCoordinateGetter = (event, { context }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const places = [...context.droppableRects]
    .map(([id, rect]) => ({ id, rect }))
    .sort((a, b) => a.rect.left - b.rect.left || a.rect.top - b.rect.top);
  const here = places.findIndex(({ id }) => id === context.over?.id);
  const next = places[Math.min(Math.max(here + step, 0), places.length - 1)];
  if (!next) return undefined;
  const node = context.droppableContainers.get(next.id)?.node.current;
  node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const rect = node?.getBoundingClientRect() ?? next.rect;
  return { x: rect.left + 8, y: rect.top + Math.min(64, rect.height / 3) };
};

/** Under the pointer, the place on top where two lie over each other; by keyboard, where the card's middle is nearest. */
export const underPointer: CollisionDetection = (args) => {
  if (!args.pointerCoordinates) return closestCenter(args);
  const found = pointerWithin(args);
  const onTop = found.filter(({ id }) => STAGES.every((stage) => stage !== id));
  return onTop.length > 0 ? onTop : found;
};
