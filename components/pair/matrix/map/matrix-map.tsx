// biome-ignore-all lint/a11y/useSemanticElements: squares lie over a canvas wherever they are, which table elements cannot
'use client';

import { useTranslations } from 'next-intl';
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTimer } from '@/components/form/use-timer';
import { isShortcut } from '@/components/shell/shortcuts';
import { nextPlace, type Place } from '@/components/ui/grid-places';
import { RAMP_SIGNS, RampTile, type RampTone } from '@/components/ui/ramp-tile';
import { useAddress } from '../../filter/address-context';
import { MoveDialogs } from '../../move/move-dialogs';
import { Legend } from '../legend';
import { PairCard } from '../pair-card';
import type { MatrixProps } from '../use-arranged';
import { usePointedPair, useSquares } from '../use-squares';
import { MapBands, MapBar, MapCross } from './map-bar';
import {
  HEADS,
  LARGEST,
  NAMES,
  READABLE,
  rangeOf,
  SMALLEST,
  scrollToSquare,
  squareUnder,
} from './map-geometry';
import { MapHeads, MapLines } from './map-lines';
import { paintMap, usePalette } from './paint-map';
import { useMapView } from './use-map-view';
import '../matrix.css';
import './map.css';

const TONES = Object.keys(RAMP_SIGNS) as RampTone[];
const FIRST_LOOK = 180;

/** A large cohort as a map: all of it at one glance, squares with their signs when it is zoomed in. */
export function MatrixMap(props: MatrixProps) {
  const { sectors, zones, canMove } = props;
  const t = useTranslations('pair.pipeline');
  const { pending, point } = useAddress();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const tiles = useRef<HTMLSpanElement>(null);
  const [stop, setStop] = useState<Place>({ row: 0, column: 0 });
  const [lit, setLit] = useState<Place | null>(null);
  const [shown, setShown] = useState<Place | null>(null);
  const palette = usePalette(tiles);
  const { start, stop: wait } = useTimer();
  const squares = useSquares(props);
  const { arrangement, extent, tallies, table, moves, findAt, openAt } = squares;
  const { startups, investors, codes, look } = table;
  const lines = { startups, investors, codes, look, tallies };
  const view = useMapView(scroller, extent);
  const { square, scroll } = view;
  const room = { width: view.window.width - NAMES, height: view.window.height - HEADS };
  const rowRange = rangeOf(scroll.top, room.height, square.height, extent.rows);
  const columnRange = rangeOf(scroll.left, room.width, square.width, extent.columns);
  const readable = Math.min(square.width, square.height) >= READABLE;
  const subject = usePointedPair(squares, shown);
  const pointedId = subject?.id;

  useLayoutEffect(() => {
    if (!canvas.current || readable) return;
    const { rows, columns } = arrangement;
    const picture = {
      codes,
      rows,
      columns,
      look,
      palette,
      square,
      scroll,
      rowRange,
      columnRange,
    };
    paintMap(canvas.current, picture);
  });

  const stopNode = () =>
    scroller.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]') ?? null;
  const moveTo = (place: Place) => {
    const to = { row: Math.max(0, place.row), column: Math.max(0, place.column) };
    setStop(to);
    setLit(to);
    setShown(to);
    const node = scroller.current;
    node?.scrollTo(scrollToSquare(to, { left: node.scrollLeft, top: node.scrollTop }, square, view.window));
    requestAnimationFrame(() => stopNode()?.focus({ preventScroll: true }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return;
    if (event.key === 'Escape') return setShown(null);
    if (isShortcut(event, 'grid.open')) return void openAt(stop);
    if (isShortcut(event, 'map.zoomIn')) return view.zoomBy(1);
    if (isShortcut(event, 'map.zoomOut')) return view.zoomBy(-1);
    if (isShortcut(event, 'map.whole')) return view.zoomTo(SMALLEST);
    if (canMove && isShortcut(event, 'grid.stage')) {
      event.preventDefault();
      const anchor = stopNode();
      setShown(null);
      return void findAt(stop).then((pair) => pair && anchor && moves.setMenu({ pair, anchor }));
    }
    const next = nextPlace(event, stop, extent);
    if (!next) return;
    event.preventDefault();
    moveTo(next);
  };
  const under = (event: MouseEvent): Place | null => {
    const box = scroller.current?.getBoundingClientRect();
    if (!box) return null;
    return squareUnder({ x: event.clientX - box.left, y: event.clientY - box.top }, scroll, square, extent);
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = under(event);
    if (place?.row === lit?.row && place?.column === lit?.column) return;
    setLit(place);
    wait();
    if (!place) return setShown(null);
    if (shown) setShown(place);
    else start(() => setShown(place), FIRST_LOOK);
  };
  const onLeave = () =>
    start(() => {
      setLit(null);
      setShown(null);
    }, 160);
  const onClick = (event: MouseEvent) => {
    const place = under(event);
    if (!place) return;
    setStop(place);
    void openAt(place);
  };
  const anchor = () => {
    const box = scroller.current?.getBoundingClientRect();
    if (!box || !shown) return null;
    const left = box.left + NAMES + shown.column * square.width - scroll.left;
    return new DOMRect(
      left,
      box.top + HEADS + shown.row * square.height - scroll.top,
      square.width,
      square.height,
    );
  };
  useEffect(() => {
    if (pointedId) point(pointedId);
  }, [pointedId, point]);

  return (
    <div className="mx mp" data-pending={pending || undefined} aria-busy={pending}>
      <MapBar
        zoom={Math.min(LARGEST, Math.max(view.zoom, SMALLEST))}
        onZoom={(zoom) => view.zoomTo(zoom)}
        onStep={(steps) => view.zoomBy(steps)}
      />
      <p id="mp-help" className="sr-only">
        {t('matrix.help')} {t('matrix.mapHelp')}
      </p>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={t('matrix.label', { startups: extent.rows, investors: extent.columns })}
        aria-describedby="mp-help"
        aria-rowcount={extent.rows + 1}
        aria-colcount={extent.columns + 1}
        className="mp-scroll"
        onScroll={view.onScroll}
        onKeyDown={onKeyDown}
        onPointerMove={onPointerMove}
        onPointerLeave={onLeave}
        onClick={onClick}
      >
        <div
          className="mp-size"
          style={{
            inlineSize: NAMES + extent.columns * square.width,
            blockSize: HEADS + extent.rows * square.height,
          }}
        >
          <MapHeads {...lines} {...{ arrangement, square, columnRange, lit }} />
          {!readable && (
            <canvas
              ref={canvas}
              className="mp-canvas"
              style={{
                insetInlineStart: NAMES,
                insetBlockStart: HEADS,
                inlineSize: room.width,
                blockSize: room.height,
              }}
            />
          )}
          <MapBands bands={arrangement.bands} sectors={sectors} square={square} />
          <MapLines {...lines} {...{ arrangement, square, rowRange, columnRange, stop, lit }} />
          {lit && <MapCross lit={lit} square={square} />}
        </div>
      </div>
      <span ref={tiles} className="mp-tiles" aria-hidden="true">
        {TONES.map((tone) => (
          <RampTile key={tone} tone={tone} />
        ))}
      </span>
      {subject && !moves.menu && (
        <PairCard
          subject={subject}
          anchor={anchor}
          zones={zones}
          onPointerEnter={wait}
          onPointerLeave={onLeave}
        />
      )}
      <MoveDialogs moves={moves} zone={zones[1]} />
      <Legend tones={tallies.tones} canMove={canMove} />
    </div>
  );
}
