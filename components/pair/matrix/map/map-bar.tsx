'use client';

import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { LARGEST, SMALLEST } from './map-geometry';

type Props = { zoom: number; onZoom: (zoom: number) => void; onStep: (steps: number) => void };

/** Nearer, further, all of it. */
export function MapBar({ zoom, onZoom, onStep }: Props) {
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
