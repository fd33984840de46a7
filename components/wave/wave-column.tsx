import { useLocale, useTranslations } from 'next-intl';
import { CountLink } from '@/components/funnel/count-link';
import { Panel } from '@/components/ui/panel';
import { formatDay, formatNumber, formatPercent } from '@/lib/core/dates';
import type { Day } from '@/lib/core/days';
import type { Wave } from '@/lib/wave/schema';
import { ANSWER_STATES } from '@/lib/wave/schema';
import { type Show, waveHref } from './address';

type Props = {
  slug: string;
  wave: Wave;
  params: Readonly<Record<string, string>>;
  chosen: boolean;
  today: Day;
  /** `2023. 5. 3. 기준`: what the counts are counted to. */
  label: string;
};

/** One wave in numbers; every number opens exactly its rows. */
export function WaveColumn({ slug, wave, params, chosen, today, label }: Props) {
  const t = useTranslations('wave');
  const locale = useLocale();
  const name = t('name', { months: wave.months });
  const to = (show: Show) => waveHref(slug, params, { months: wave.months, show });
  const { numerator, denominator } = wave.paid;
  const lines = [
    { show: 'due' as const, term: t('count.due'), count: wave.due, label: t('open.due', { wave: name }) },
    {
      ...{ show: 'answered' as const, term: t('count.answered'), count: wave.answered },
      label: t('open.answered', { wave: name }),
    },
    ...ANSWER_STATES.map((state) => ({
      ...{ show: state, term: t(`state.${state}`), count: wave.byState[state], isPart: true },
      label: t('open.state', { wave: name, state: t(`state.${state}`) }),
    })),
    {
      ...{ show: 'to_ask' as const, term: t('count.toAsk'), count: wave.toAsk },
      label: t('open.toAsk', { wave: name }),
    },
  ];
  return (
    <Panel
      title={name}
      note={t('dueOn', { date: formatDay(wave.dueOn, locale) })}
      className={chosen ? 'border-action' : undefined}
    >
      <dl className="grid gap-1">
        {lines.map(({ show, term, count, label: open, ...line }) => (
          <div key={show} className="flex items-baseline justify-between gap-4">
            <dt className={'isPart' in line ? 'ps-4 text-sm text-ink-2' : 'font-medium'}>{term}</dt>
            <dd className={'isPart' in line ? 'text-sm' : 'font-bold'}>
              <CountLink count={count} href={to(show)} label={open} className="text-end" />
            </dd>
          </div>
        ))}
        <div className="mt-2 flex items-baseline justify-between gap-4 border-t border-line pt-2">
          <dt className="font-medium">{t('count.paid')}</dt>
          <dd className="tabular-nums">
            <span className="font-bold">{formatPercent(numerator, denominator)}</span>{' '}
            <span className="text-xs text-ink-2">
              <CountLink count={numerator} href={to('paid')} label={t('open.paid', { wave: name })} tight />/
              {formatNumber(denominator)}
            </span>
          </dd>
        </div>
      </dl>
      <p className="text-xs text-ink-2">
        {label}
        {wave.opensOn > today && `. ${t('opens', { date: formatDay(wave.opensOn, locale) })}`}
      </p>
    </Panel>
  );
}
