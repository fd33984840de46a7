import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { programName } from '@/lib/program/rules';
import type { StartupItem } from '@/lib/startup/queries/list';
import type { Sector } from '@/lib/startup/schema';
import { AmountLines } from '../program/party/amount-lines';
import { StageCountCells, StageCountHeads } from '../program/party/stage-counts';

type Props = { slug: string; startups: readonly StartupItem[]; search: string };

/** One line a startup: where its pairs stand and what money stands behind them. `search` goes on to the profile. */
export function StartupTable({ slug, startups, search }: Props) {
  const t = useTranslations('startup');
  const party = useTranslations('program.party');
  const locale = useLocale();
  return (
    <TableScroll label={t('list.caption')}>
      <Table caption={t('list.caption')} dense>
        <thead>
          <tr>
            <HeaderCell>{t('list.name')}</HeaderCell>
            <HeaderCell className="max-md:hidden">{t('list.sector')}</HeaderCell>
            <StageCountHeads />
            <HeaderCell numeric>{party('money')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {startups.map((startup) => {
            const name = programName(startup, locale);
            const other = locale === 'en' ? startup.name : startup.nameEn;
            return (
              <tr key={startup.id}>
                <HeaderCell scope="row" className="font-normal">
                  <TextLink
                    href={`/programs/${slug}/startups/${startup.id}${search}`}
                    className="font-medium"
                  >
                    {name}
                  </TextLink>
                  {other && other !== name && (
                    <span className="block text-sm text-ink-2" lang={locale === 'en' ? 'ko' : 'en'}>
                      {other}
                    </span>
                  )}
                </HeaderCell>
                <Cell className="whitespace-nowrap max-md:hidden">
                  {t(`sector.${startup.sector as Sector}`)}
                </Cell>
                <StageCountCells figures={startup.figures} />
                <Cell numeric>
                  <AmountLines amounts={startup.figures?.amounts ?? []} />
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </TableScroll>
  );
}
