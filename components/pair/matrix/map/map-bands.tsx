import type { Arrangement } from '../arrange';
import { HEADS, NAMED, NAMES, type Size } from './map-geometry';

type Props = {
  bands: Arrangement['bands'];
  sectors: readonly { key: string; label: string }[];
  square: Size;
};

/** The sectors beside the rows, while these are too thin to carry their own names. */
export function MapBands({ bands, sectors, square }: Props) {
  let from = 0;
  return bands.map((band) => {
    const top = HEADS + from * square.height;
    from += band.rows.length;
    return (
      <div
        key={band.key}
        aria-hidden="true"
        className="mp-band"
        style={{ insetBlockStart: top, blockSize: band.rows.length * square.height }}
      >
        <span data-named={square.height >= NAMED || undefined} style={{ inlineSize: NAMES }}>
          {sectors.find(({ key }) => key === band.key)?.label}
        </span>
      </div>
    );
  });
}
