import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LADDER, type Ladder as LadderOf } from '@/lib/amount/rules';
import type { AmountRecord } from '@/lib/amount/schema';
import { dayText } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { MoneyText } from './money-text';

type Props = { ladder: LadderOf<AmountRecord>; locale: Locale };

/** The ladder from the top, the live rung marked; who said what stands side by side. */
export async function Ladder({ ladder, locale }: Props) {
  const t = await getTranslations('amount');
  const { live, ended, rungs } = ladder;
  return (
    <div className="grid gap-3">
      {ended && (
        <p className="flex flex-wrap items-baseline gap-2">
          <Badge tone="outline">{t(`rung.${ended.rung}`)}</Badge>
          <span>{dayText(ended.effectiveOn, locale)}</span>
          {ended.reason && <span className="text-ink-2">{ended.reason}</span>}
        </p>
      )}
      {!live && !ended && <p className="text-ink-2">{t('nothingCounts')}</p>}
      <ol aria-label={t('ladder')} className="ladder">
        {rungs.map(({ rung, said }) => {
          const state = live?.rung === rung ? 'live' : said.length > 0 ? 'past' : 'empty';
          return (
            <li
              key={rung}
              className="ladder-rung"
              data-state={state}
              aria-current={state === 'live' ? 'true' : undefined}
            >
              <span className="ladder-mark" aria-hidden="true">
                {state === 'live' ? '●' : state === 'past' ? '✓' : ''}
              </span>
              <span className={state === 'empty' ? 'text-ink-2' : 'font-medium'}>
                {t(`rung.${rung}`)}
                {state === 'live' && (
                  <span className="block text-xs text-action-soft-ink">{t('counts')}</span>
                )}
              </span>
              <span className="grid gap-0.5">
                {said.length === 0 && <span className="text-ink-2">–</span>}
                {said.map((entry, at) => (
                  <Saying
                    key={entry.id}
                    entry={entry}
                    locale={locale}
                    strong={state === 'live' && at === 0}
                  />
                ))}
              </span>
            </li>
          );
        })}
      </ol>
      {live && (
        <p className="text-xs text-ink-2">
          {LADDER[live.rung].sum ? t(`countsIn.${LADDER[live.rung].sum ?? 'discussed'}`) : t('countsNowhere')}
        </p>
      )}
    </div>
  );
}

type SayingProps = { entry: AmountRecord; locale: Locale; strong: boolean };

/** One source's latest word on a rung. */
async function Saying({ entry, locale, strong }: SayingProps) {
  const t = await getTranslations('amount');
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      <MoneyText {...entry} locale={locale} className={strong ? 'text-md font-bold' : undefined} />
      {!entry.minor && <span>{t('noMoney')}</span>}
      <span className="text-sm text-ink-2">
        {t('saidBy', { source: t(`source.${entry.source}`), date: dayText(entry.effectiveOn, locale) })}
      </span>
      {entry.evidence && <span className="text-sm text-ink-2">{entry.evidence}</span>}
    </span>
  );
}
