'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { isShortcut } from '@/components/shell/shortcuts';
import { buttonClass } from '@/components/ui/button';
import { useAddress } from '../filter/address-context';
import { MoveDialogs } from '../move/move-dialogs';
import { Legend } from './legend';
import { MatrixTable } from './matrix-table';
import './matrix.css';
import type { Place } from '@/components/ui/grid-places';
import { PairCard } from './pair-card';
import type { MatrixProps } from './use-arranged';
import { keepTabStop, linkAt, placeOf, usePointing } from './use-pointing';
import { usePointedPair, useSquares } from './use-squares';

/** The whole cohort at one glance: startups by investors, one square a pair. */
export function Matrix(props: MatrixProps) {
  const { matrix, zones, canMove } = props;
  const t = useTranslations('pair.pipeline');
  const { address, pending, point, leave } = useAddress();
  const frame = useRef<HTMLDivElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const squares = useSquares(props);
  const { arrangement, extent, items, addresses, moves, findAt, openAt } = squares;
  const { pointed, handlers, card, show, dismiss, redraw } = usePointing(frame, table, extent);
  const subject = usePointedPair(squares, pointed);
  const pointedId = subject?.id;

  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows and columns are the reason
  useLayoutEffect(() => {
    if (table.current) keepTabStop(table.current);
    redraw();
  }, [arrangement]);

  useEffect(() => {
    if (!pointedId) return;
    const soon = setTimeout(() => point(pointedId), 400);
    return () => clearTimeout(soon);
  }, [pointedId, point]);
  // By `wantAll` alone: `items` are new with every answer, so a failing one would be asked for again without end.
  const { wantAll } = items;
  useEffect(() => {
    if (!matrix.ids) return;
    const idle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 300));
    idle(() => void wantAll());
  }, [matrix.ids, wantAll]);
  // An address that names a pair opens with it in sight.
  const wanted = useRef(address.pair);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only once, with the address the page came with
  useEffect(() => {
    const row = matrix.ids?.findIndex((ids) => ids.includes(wanted.current)) ?? -1;
    if (!wanted.current || row < 0 || !table.current) return;
    const place = {
      row: arrangement.rows.indexOf(row),
      column: arrangement.columns.indexOf(matrix.ids?.[row]?.indexOf(wanted.current) ?? -1),
    };
    if (place.row < 0 || place.column < 0) return;
    linkAt(table.current, place)?.focus({ preventScroll: true });
    show({ ...place, by: 'focus' });
  }, []);

  const openMenu = async (place: Place) => {
    const anchor = table.current && linkAt(table.current, place);
    const pair = anchor && (await findAt(place));
    if (pair) moves.setMenu({ pair, anchor });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const place = placeOf(event.target);
    if (place && canMove && isShortcut(event, 'grid.stage')) {
      event.preventDefault();
      dismiss();
      return void openMenu(place);
    }
    if (
      place &&
      isShortcut(event, 'grid.open') &&
      event.target instanceof Element &&
      !event.target.hasAttribute('href')
    ) {
      return void openAt(place);
    }
    handlers.onKeyDown(event);
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const place = placeOf(event.target);
    if (!link || !place || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const byTouch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
    const isSquare = place.row >= 0 && place.column >= 0;
    const isShown = pointed?.row === place.row && pointed.column === place.column;
    // A finger cannot point without pressing: the first tap shows the card, the second opens the pair.
    if (byTouch && isSquare && !isShown) return show({ ...place, by: 'focus' });
    const href = link.getAttribute('href');
    if (href) leave(href);
    else void openAt(place);
  };
  const anchor = () =>
    (pointed && table.current && linkAt(table.current, pointed)?.getBoundingClientRect()) || null;

  return (
    <div className="mx" aria-busy={pending} data-pending={pending || undefined}>
      <p id="mx-help" className="sr-only">
        {t('matrix.help')}
      </p>
      <div className="mx-scroll">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: one listener for all squares of the grid inside */}
        <div
          ref={frame}
          className="mx-frame"
          style={
            {
              '--columns': extent.columns,
              '--rows': extent.rows,
              '--bands': arrangement.bands.length,
            } as React.CSSProperties
          }
          {...handlers}
          onKeyDown={onKeyDown}
          onClick={onClick}
        >
          <MatrixTable {...squares.table} tableRef={table} />
          <span className="mx-cross mx-cross-row" hidden />
          <span className="mx-cross mx-cross-column" hidden />
        </div>
      </div>
      {pointed && subject && !moves.menu && (
        <PairCard subject={subject} anchor={anchor} zones={zones} {...card}>
          {pointedId && (
            <p className="mx-card-touch">
              <a href={addresses.pair(pointedId)} className={buttonClass({ tone: 'primary', size: 'sm' })}>
                {t('card.open')}
              </a>
              {canMove && (
                <button
                  type="button"
                  className={buttonClass({ size: 'sm' })}
                  onClick={() => void openMenu(pointed)}
                >
                  {t('card.moveTo')}
                </button>
              )}
            </p>
          )}
        </PairCard>
      )}
      <MoveDialogs moves={moves} zone={zones[1]} />
      <Legend tones={squares.tallies.tones} canMove={canMove} />
    </div>
  );
}
