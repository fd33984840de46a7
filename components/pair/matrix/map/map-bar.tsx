'use client';

import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Place } from '@/components/ui/grid-places';
import { IconButton } from '@/components/ui/icon-button';
import type { Arrangement } from '../arrange';
import { HEADS, LARGEST, NAMED, NAMES, type Size, SMALLEST } from './map-geometry';

type BarProps = { zoom: number; onZoom: (zoom: number) => void; onStep: (steps: number) => void };

/** Nearer, further, all of it. */
export function MapBar({ zoom, onZoom, onStep }: BarProps) {
  const t = useTranslations('pair.pipeline.matrix');
  return (
    <div className="mp-bar no-print">
      <IconButton
        label={t('zoomOut')}
        icon={<ZoomOut aria-hidden="true" size={18} />}
        onClick={() => onStep(-1)}
      />
      <input
        type="range"
        className="mp-zoom"
        aria-label={t('zoom')}
        min={SMALLEST}
        max={LARGEST}
        step={1}
        value={Math.round(zoom)}
        onChange={(event) => onZoom(Number(event.target.value))}
      />
      <IconButton
        label={t('zoomIn')}
        icon={<ZoomIn aria-hidden="true" size={18} />}
        onClick={() => onStep(1)}
      />
      <Button size="sm" icon={<Maximize2 aria-hidden="true" size={16} />} onClick={() => onZoom(SMALLEST)}>
        {t('fit')}
      </Button>
      <span className="mx-keys" aria-hidden="true">
        <kbd>+</kbd> <kbd>−</kbd> <kbd>0</kbd>
      </span>
    </div>
  );
}

type BandsProps = {
  bands: Arrangement['bands'];
  sectors: readonly { key: string; label: string }[];
  square: Size;
};

/** The sectors beside the rows, while these are too thin to carry their own names. */
export function MapBands({ bands, sectors, square }: BandsProps) {
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
