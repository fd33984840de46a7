// biome-ignore-all lint/a11y/useSemanticElements: squares lie over a canvas wherever they are, which table elements cannot
'use client';

import { useLocale } from 'next-intl';
import { programName } from '@/lib/program/rules';
import type { MatrixTableProps } from '../matrix-table';
import { MoneyLines } from '../money-lines';
import type { Place } from '../places';
import { HEADS, NAMED, NAMES, type Range, READABLE, type Size } from './map-geometry';

type Props = Pick<
  MatrixTableProps,
  'startups' | 'investors' | 'codes' | 'arrangement' | 'tallies' | 'money' | 'look'
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
export function MapLines(props: Props) {
  const {
    startups,
    investors,
    codes,
    arrangement,
    tallies,
    money,
    look,
    square,
    rowRange,
    columnRange,
    stop,
    lit,
  } = props;
  const locale = useLocale();
  const readable = Math.min(square.width, square.height) >= READABLE;
  const columns = readable ? placesOf(columnRange, stop.column) : [];
  return placesOf(rowRange, stop.row).map((place) => {
    const row = arrangement.rows[place] ?? -1;
    const startup = startups[row];
    const tally = tallies.rows[row];
    if (!startup || !tally) return null;
    const here = stop.row === place && !readable ? [stop.column] : columns;
    return (
      <div
        key={startup.id}
        role="row"
        tabIndex={-1}
        aria-rowindex={place + 2}
        className="mp-row"
        style={{ insetBlockStart: HEADS + place * square.height, blockSize: square.height }}
      >
        <span
          role="rowheader"
          tabIndex={-1}
          aria-colindex={1}
          className="mp-name"
          data-lit={lit?.row === place || undefined}
          hidden={square.height < NAMED && lit?.row !== place && stop.row !== place}
          style={{ inlineSize: NAMES }}
        >
          {programName(startup, locale)}
        </span>
        {here.map((at) => {
          const investor = investors[arrangement.columns[at] ?? -1];
          if (!investor) return null;
          const {
            tone,
            sign,
            money: marked,
            outside,
            label,
          } = look(codes[row] ?? '', arrangement.columns[at] ?? -1);
          return (
            <span
              key={investor.id}
              role="gridcell"
              aria-colindex={at + 2}
              aria-label={`${programName(startup, locale)} × ${investor.name}, ${label}`}
              tabIndex={stop.row === place && stop.column === at ? 0 : -1}
              className="ui-ramp mp-square"
              data-row={place}
              data-column={at}
              data-tone={tone}
              data-marked={marked || undefined}
              data-outside={outside || undefined}
              data-bare={readable ? undefined : ''}
              style={{
                insetInlineStart: NAMES + at * square.width,
                inlineSize: square.width - 2,
                blockSize: square.height - 2,
              }}
            >
              {readable ? sign : ''}
            </span>
          );
        })}
        {square.height >= NAMED && (
          <span className="mp-sum" aria-hidden="true">
            <b>{tally.reachedMain}</b>
            {money.has(startup.id) && <MoneyLines lines={money.get(startup.id) ?? []} />}
          </span>
        )}
      </div>
    );
  });
}

type HeadProps = Pick<Props, 'investors' | 'arrangement' | 'square' | 'columnRange' | 'lit'>;

/** The names of the columns in sight, turned. */
export function MapHeads({ investors, arrangement, square, columnRange, lit }: HeadProps) {
  return (
    <div role="row" tabIndex={-1} aria-rowindex={1} className="mp-heads" style={{ blockSize: HEADS }}>
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
          </span>
        );
      })}
    </div>
  );
}
