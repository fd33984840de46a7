'use client';

import { useTranslations } from 'next-intl';
import { formatNumber } from '@/lib/core/dates';
import type { RunProgress } from '@/lib/timetable/schema/grid';

/** A search on its way: the objective it works on, and its value and limit closing in on each other. */
export function RunView({ run }: { run: RunProgress }) {
  const t = useTranslations('timetable-grid.solve');
  const level = run.level ?? 'weight';
  const scale = Math.max(run.value, run.bound, 1);
  const at = (value: number) => `${(100 * Math.max(0, value)) / scale}%`;
  const [value, bound] = [formatNumber(run.value), formatNumber(run.bound)];
  return (
    <div className="grid gap-2">
      <p aria-live="polite">{run.level ? t(`working.${level}`) : t('starting')}</p>
      <div className="tg-bound" aria-hidden="true">
        <span style={{ inlineSize: at(run.value) }} />
        <i style={{ insetInlineStart: `calc(${at(run.bound)} - 2px)` }} />
      </div>
      <dl className="grid grid-cols-2 gap-x-3 text-sm">
        <dt className="text-ink-2">{t('value')}</dt>
        <dd className="text-end font-bold tabular-nums">{value}</dd>
        <dt className="text-ink-2">{t('bound')}</dt>
        <dd className="text-end font-bold tabular-nums">{bound}</dd>
        <dt className="text-ink-2">{t('placed')}</dt>
        <dd className="text-end tabular-nums">
          {t('of', { n: formatNumber(run.placed), total: formatNumber(run.possible) })}
        </dd>
        <dt className="text-ink-2">{t('time')}</dt>
        <dd className="text-end tabular-nums">
          {t('secondsOf', { n: formatNumber(Math.floor(run.seconds)), total: run.ofSeconds })}
        </dd>
      </dl>
    </div>
  );
}
