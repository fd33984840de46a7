// biome-ignore-all lint/a11y/useSemanticElements: squares lie over a canvas wherever they are, which table elements cannot
'use client';

import { useLocale, useTranslations } from 'next-intl';
import { memo } from 'react';
import type { Place } from '@/components/ui/grid-places';
import { shownName } from '@/lib/core/shown-name';
import type { MatrixTableProps } from '../matrix-table';
import { HEADS, NAMED, NAMES, type Range, READABLE, type Size } from './map-geometry';

type Props = Pick<
  MatrixTableProps,
  'startups' | 'investors' | 'codes' | 'arrangement' | 'tallies' | 'look'
> & {
  square: Size;
  rowRange: Range;
  columnRange: Range;
  /** The square with the tab stop: always there, however far the map is zoomed out. */
  stop: Place;
  lit: Place | null;
};

function placesOf({ first, last }: Range, kept: number): number[] {
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return kept >= 0 && !places.includes(kept) ? [...places, kept] : places;
}

/** The rows in sight, each with its name and, where they are large enough to read, its squares in sight. */
export function MapLines({ arrangement, rowRange, columnRange, square, stop, lit, ...rest }: Props) {
  const readable = Math.min(square.width, square.height) >= READABLE;
  // Thin rows are painted only; those with a name or the tab stop are there for keys and readers too.
  const places = placesOf(rowRange, stop.row).filter(
    (place) => square.height >= NAMED || place === stop.row || place === lit?.row,
  );
  return places.map((place) => (
    <MapLine
      key={place}
      {...rest}
      place={place}
      row={arrangement.rows[place] ?? -1}
      columns={arrangement.columns}
      first={readable ? columnRange.first : 0}
      last={readable ? columnRange.last : -1}
      stop={stop.row === place ? stop.column : -1}
      width={square.width}
      height={square.height}
      isLit={lit?.row === place}
    />
  ));
}

type LineProps = Omit<Props, 'arrangement' | 'square' | 'rowRange' | 'columnRange' | 'stop' | 'lit'> & {
  place: number;
  row: number;
  columns: readonly number[];
  first: number;
  last: number;
  stop: number;
  width: number;
  height: number;
  isLit: boolean;
};

const MapLine = memo(function MapLine(props: LineProps) {
  const { startups, investors, codes, tallies, look, place, row, columns, first, last, stop } = props;
  const { width, height, isLit } = props;
  const locale = useLocale();
  const startup = startups[row];
  if (!startup) return null;
  const name = shownName(startup, locale);
  const readable = last >= first;
  return (
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={place + 2}
      className="mp-row"
      style={{ insetBlockStart: HEADS + place * height, blockSize: height }}
    >
      <span
        role="rowheader"
        tabIndex={-1}
        aria-colindex={1}
        className="mp-name"
        data-lit={isLit || undefined}
        data-thin={(height < NAMED && !isLit) || undefined}
        style={{ inlineSize: NAMES }}
      >
        <span>{name}</span>
        <small>{tallies.rows[row]?.reachedMain}</small>
      </span>
      {placesOf({ first, last }, stop).map((at) => {
        const column = columns[at] ?? -1;
        const investor = investors[column];
        if (!investor) return null;
        const { tone, sign, money, outside, label } = look(codes[row] ?? '', column);
        return (
          <span
            key={investor.id}
            role="gridcell"
            aria-colindex={at + 2}
            aria-label={`${name} × ${shownName(investor, locale)}, ${label}`}
            tabIndex={stop === at ? 0 : -1}
            className="ui-ramp mp-square"
            data-row={place}
            data-column={at}
            data-tone={tone}
            data-marked={money || undefined}
            data-outside={outside || undefined}
            data-bare={readable ? undefined : ''}
            style={{
              insetInlineStart: NAMES + at * width,
              inlineSize: width - 2,
              blockSize: height - 2,
            }}
          >
            {readable ? sign : ''}
          </span>
        );
      })}
    </div>
  );
});

type HeadProps = Pick<Props, 'investors' | 'arrangement' | 'tallies' | 'square' | 'columnRange' | 'lit'>;

/** The names of the columns in sight, turned. */
export function MapHeads({ investors, arrangement, tallies, square, columnRange, lit }: HeadProps) {
  const t = useTranslations('pair.pipeline.table.column');
  return (
    <div role="row" tabIndex={-1} aria-rowindex={1} className="mp-heads" style={{ blockSize: HEADS }}>
      <span
        role="columnheader"
        tabIndex={-1}
        aria-colindex={1}
        className="mp-corner"
        style={{ inlineSize: NAMES }}
      >
        <span className="sr-only">{t('startup')}</span>
      </span>
      {placesOf(columnRange, lit?.column ?? -1).map((place) => {
        const investor = investors[arrangement.columns[place] ?? -1];
        if (!investor || (square.width < NAMED && lit?.column !== place)) return null;
        return (
          <span
            key={investor.id}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={place + 2}
            className="mp-head"
            data-lit={lit?.column === place || undefined}
            style={{ insetInlineStart: NAMES + place * square.width, inlineSize: square.width }}
          >
            <span>{investor.name}</span>
            {square.width >= READABLE && (
              <small>{tallies.columns[arrangement.columns[place] ?? -1]?.reachedMain}</small>
            )}
          </span>
        );
      })}
    </div>
  );
}
