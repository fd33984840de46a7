import { useLocale, useTranslations } from 'next-intl';
import { Metric, Metrics } from '@/components/ui/metric';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { isCurrency } from '@/lib/core/currencies';
import { formatMoney, formatMoneyExact, money } from '@/lib/core/money';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PartyFigures } from '@/lib/party/schema';

/** Where a party's pairs stand, each number opening its pairs. `pairsHref` already names the party. */
export function PartyFiguresTable({ figures, pairsHref }: { figures: PartyFigures; pairsHref: string }) {
  const t = useTranslations('party');
  const stages = useTranslations('pair.stage');
  const join = pairsHref.includes('?') ? '&' : '?';
  const at = (query: string) => `${pairsHref}${join}${query}`;
  const standing = (['video_call', 'pre_meeting', 'main_session', 'follow_up'] as const).map((stage) => (
    <Metric
      key={stage}
      label={stages(stage)}
      value={figures.standing[stage]}
      href={figures.standing[stage] > 0 ? at(`stage=${stage}&status=open`) : undefined}
    />
  ));
  return (
    <Metrics>
      <Metric
        label={t('reachedMain')}
        value={figures.reachedMain}
        note={t('ofPairs', { count: figures.pairs })}
        href={figures.reachedMain > 0 ? at('reached=main_session') : undefined}
      />
      {standing}
      {figures.invested > 0 && (
        <Metric label={t('invested')} value={figures.invested} href={at('status=invested')} />
      )}
      {figures.onHold > 0 && (
        <Metric label={t('onHold')} value={figures.onHold} href={at('status=on_hold')} />
      )}
      {figures.closed > 0 && (
        <Metric label={t('closed')} value={figures.closed} href={at('status=passed,withdrawn')} />
      )}
    </Metrics>
  );
}

/** The ladder of a party: each rung and currency on its own line, with how many pairs stand behind it. */
export function PartyMoneyTable({ figures, asOf }: { figures: PartyFigures | null; asOf: string }) {
  const t = useTranslations('party');
  const rungs = useTranslations('amount.rung');
  const locale = useLocale();
  const amounts = [
    ...(figures?.amounts ?? []).map((amount) => ({ ...amount, isOut: false })),
    ...(figures?.leftOut ?? []).map((amount) => ({ ...amount, isOut: true })),
  ];
  return (
    <Panel title={t('moneyTitle')} note={`${t('asOf', { date: asOf })} · ${t('moneyNote')}`}>
      {amounts.length === 0 ? (
        <p className="text-ink-2">{t('noMoney')}</p>
      ) : (
        <Table caption={t('moneyTitle')} dense>
          <thead className="sr-only">
            <tr>
              <HeaderCell>{t('rung')}</HeaderCell>
              <HeaderCell numeric>{t('pairs')}</HeaderCell>
              <HeaderCell numeric>{t('sum')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {amounts.map(({ rung, currency, minor, pairs, isOut }) => {
              const value = isCurrency(currency) ? money(minor, currency) : null;
              return (
                <tr key={`${rung} ${currency} ${isOut}`} className={isOut ? 'text-ink-2' : undefined}>
                  <HeaderCell scope="row" className="font-normal">
                    {rungs(rung as LiveRung)}
                    {isOut && <span className="block text-2xs">{t('leftOut')}</span>}
                  </HeaderCell>
                  <Cell numeric className="text-ink-2">
                    {t('moneyPairs', { count: pairs })}
                  </Cell>
                  <Cell numeric className={isOut ? '' : 'font-bold'}>
                    {value && minor !== '0' ? (
                      <span title={formatMoneyExact(value, locale)}>{formatMoney(value, locale)}</span>
                    ) : (
                      '–'
                    )}
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
    </Panel>
  );
}
