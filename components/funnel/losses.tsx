import { useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { readFigure } from '@/lib/funnel/rules/figure';
import type { Funnel, Loss } from '@/lib/funnel/schema/figures';
import { STAGES, type Stage } from '@/lib/pair/rules/stages';
import type { OpensRows } from './address';
import { CountLink } from './count-link';

type Props = { losses: Funnel['lostBy']; rows: OpensRows; date: string };

/** Why pairs were lost: a row per side and reason, a column per stage. */
export function Losses({ losses, rows, date }: Props) {
  const t = useTranslations('funnel');
  const stageName = useTranslations('pair.stage');
  if (losses.length === 0) return <p className="text-ink-2">{t('losses.none')}</p>;
  const stages = STAGES.filter((stage) => losses.some((loss) => loss.stage === stage));
  const caption = t('losses.caption', { date });
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t('losses.status')}</HeaderCell>
            <HeaderCell>{t('losses.reason')}</HeaderCell>
            {stages.map((stage) => (
              <HeaderCell key={stage} numeric>
                {stageName(stage)}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {reasonsOf(losses).map((own) => (
            <Reason key={`${own[0].status} ${own[0].reasonCode}`} {...{ own, stages, rows }} />
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

type Group = [Loss, ...Loss[]];

/** By side, then the most frequent reason first. */
function reasonsOf(losses: readonly Loss[]): Group[] {
  const groups = [...Map.groupBy(losses, ({ status, reasonCode }) => `${status} ${reasonCode}`).values()];
  const count = (own: readonly Loss[]) => own.reduce((sum, loss) => sum + loss.count, 0);
  return (groups as Group[]).sort(
    (a, b) => Number(a[0].status > b[0].status) - Number(a[0].status < b[0].status) || count(b) - count(a),
  );
}

function Reason({ own, stages, rows }: { own: Group; stages: readonly Stage[]; rows: OpensRows }) {
  const t = useTranslations('funnel');
  const words = useTranslations('pair');
  const { status, reasonCode } = own[0];
  const reason = words(`reason.${reasonCode ?? 'own_words'}`);
  return (
    <tr>
      <Cell className="whitespace-nowrap">{words(`status.${status}`)}</Cell>
      <HeaderCell scope="row" className="whitespace-nowrap">
        {reason}
      </HeaderCell>
      {stages.map((stage) => {
        const count = own.find((loss) => loss.stage === stage)?.count ?? 0;
        const label = t('open.reason', {
          stage: words(`stage.${stage}`),
          status: words(`status.${status}`),
          reason,
        });
        const figure = readFigure(`lost:${stage}:${status}:${reasonCode ?? 'own_words'}`);
        const href = rows(figure ?? { kind: 'lost', stage });
        return (
          <Cell key={stage} numeric>
            <CountLink {...{ count, href, label }} />
          </Cell>
        );
      })}
    </tr>
  );
}
