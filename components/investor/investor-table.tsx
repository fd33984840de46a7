import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { InvestorItem } from '@/lib/investor/queries/list';
import { AmountLines } from '../program/party/amount-lines';
import { StageCountCells, StageCountHeads } from '../program/party/stage-counts';
import { useFocusNames } from './focus-names';

type Props = {
  slug: string;
  investors: readonly InvestorItem[];
  search: string;
  /** A startup's people read the public profile only. */
  withFigures: boolean;
};

/** One line a firm; `search` goes on to the profile. */
export function InvestorTable({ slug, investors, search, withFigures }: Props) {
  const t = useTranslations('investor.list');
  const party = useTranslations('program.party');
  const focusNames = useFocusNames();
  return (
    <TableScroll label={t('caption')}>
      <Table caption={t('caption')} dense>
        <thead>
          <tr>
            <HeaderCell>{t('name')}</HeaderCell>
            <HeaderCell className={withFigures ? 'max-lg:hidden' : undefined}>{t('city')}</HeaderCell>
            <HeaderCell className={withFigures ? 'max-lg:hidden' : undefined}>{t('focus')}</HeaderCell>
            {withFigures && (
              <>
                <StageCountHeads />
                <HeaderCell numeric>{party('money')}</HeaderCell>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {investors.map((investor) => (
            <tr key={investor.id}>
              <HeaderCell scope="row" className="font-normal">
                <TextLink
                  href={`/programs/${slug}/investors/${investor.id}${search}`}
                  className="font-medium"
                >
                  {investor.name}
                </TextLink>
              </HeaderCell>
              <Cell className={withFigures ? 'whitespace-nowrap max-lg:hidden' : undefined}>
                {investor.city}
              </Cell>
              <Cell className={withFigures ? 'text-sm max-lg:hidden' : 'text-sm'}>
                {focusNames(investor.focus)}
              </Cell>
              {withFigures && (
                <>
                  <StageCountCells figures={investor.figures} />
                  <Cell numeric>
                    <AmountLines amounts={investor.figures?.amounts ?? []} />
                  </Cell>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
