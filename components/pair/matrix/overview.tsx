'use client';

import { useLocale, useTranslations } from 'next-intl';
import { shownName } from '@/lib/core/shown-name';
import { stripOf } from './cell-look';
import { Legend } from './legend';
import { MoneyLines } from './party-money';
import { type MatrixProps, useArranged } from './use-arranged';

const NO_CHANGES = new Map<string, never>();

/** The matrix on a phone: each startup with its row as a strip of colour; pressing one opens its investors as a list. */
export function MatrixOverview(props: MatrixProps) {
  const { matrix, sectors } = props;
  const t = useTranslations('pair.pipeline.overview');
  const locale = useLocale();
  const { arrangement, tallies, addresses, table } = useArranged(props, NO_CHANGES);
  return (
    <div className="mx-narrow grid gap-4">
      <p className="text-sm text-ink-2">{t('hint')}</p>
      {arrangement.bands.map((band) => (
        <section key={band.key} aria-label={sectors.find(({ key }) => key === band.key)?.label}>
          {band.key && (
            <h2 className="pb-1 text-xs text-ink-2">
              {sectors.find(({ key }) => key === band.key)?.label ?? band.key}
            </h2>
          )}
          <ul className="ov-list">
            {band.rows.map((row) => {
              const startup = matrix.startups[row];
              const tally = tallies.rows[row];
              if (!startup || !tally) return null;
              const { reachedMain: main, followUp: follow, closed } = tally;
              return (
                <li key={startup.id}>
                  <a href={addresses.startup(startup.id)} className="ov-row">
                    <span className="ov-name">{shownName(startup, locale)}</span>
                    <MoneyLines lines={table.money.get(startup.id) ?? []} />
                    <span
                      aria-hidden="true"
                      className="ov-strip"
                      style={{ backgroundImage: stripOf(table.codes[row] ?? '', arrangement.columns) }}
                    />
                    <span className="text-xs text-ink-2">{t('row', { main, follow, closed })}</span>
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <Legend tones={tallies.tones} canMove={false} />
    </div>
  );
}
