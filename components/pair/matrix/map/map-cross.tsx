import type { Place } from '@/components/ui/grid-places';
import { HEADS, NAMES, type Size } from './map-geometry';

/** The bands over row and column of the square that is pointed at. */
export function MapCross({ lit, square }: { lit: Place; square: Size }) {
  return (
    <>
      <span
        className="mx-cross mx-cross-row"
        style={{
          insetBlockStart: HEADS + lit.row * square.height,
          blockSize: square.height,
          inlineSize: '100%',
        }}
      />
      <span
        className="mx-cross mx-cross-column"
        style={{
          insetInlineStart: NAMES + lit.column * square.width,
          inlineSize: square.width,
          insetBlockStart: 0,
          blockSize: '100%',
        }}
      />
    </>
  );
}
