import { useLocale, useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { formatMoney, formatMoneyExact, isCurrency, money } from '@/lib/core/money';
import type { LiveRung } from '@/lib/pair/rules/item';
import type { PartyFigures } from '@/lib/program/queries/figures';

type Props = { figures: PartyFigures | null; asOf: string };

/** The ladder of a party: each rung and currency on its own line, with how many pairs stand behind it. */
export function PartyMoney({ figures, asOf }: Props) {
  const t = useTranslations('program.party');
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
