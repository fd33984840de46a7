import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/panel';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import type { ClaimsOfSum } from '@/lib/funnel/rules/claims';
import type { OpensRows } from './address';
import { CountLink } from './count-link';
import { TotalLines } from './total-lines';

type Props = { claims: ClaimsOfSum; date: string; rows: OpensRows };

/** Who stands behind the sum in front: each source apart, with no line that would add them up. */
export function ClaimsPanel({ claims: { sum, claims }, date, rows }: Props) {
  const t = useTranslations('funnel-readings.claims');
  const funnel = useTranslations('funnel');
  const name = funnel(`sum.${sum}`);
  return (
    <Panel title={t('title')} note={funnel('money.title', { sum: name })}>
      <Table caption={t('caption', { sum: name, date })} dense>
        <thead className="sr-only">
          <tr>
            <HeaderCell>{t('said')}</HeaderCell>
            <HeaderCell numeric>{funnel('figure.pairs')}</HeaderCell>
            <HeaderCell numeric>{t('totals')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ said, pairs, totals }) => (
            <tr key={said}>
              <HeaderCell scope="row">{t(said)}</HeaderCell>
              <Cell numeric>
                <CountLink
                  count={pairs}
                  href={rows({ kind: 'said', sum, source: said })}
                  label={t('open', { said: t(said) })}
                />
              </Cell>
              <Cell numeric>
                <TotalLines totals={totals} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-xs text-ink-2">{t('note')}</p>
    </Panel>
  );
}
