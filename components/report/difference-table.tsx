import { getLocale, getTranslations } from 'next-intl/server';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import type { Difference } from '@/lib/report/rules/differences';
import { changeText } from './change-text';
import { figureWords } from './figure-namer';

type Props = { differences: readonly Difference[]; caption: string };

/** Figures that are not what they were, with what they were, what they are and what lies between. */
export async function DifferenceTable({ differences, caption }: Props) {
  const [t, locale] = await Promise.all([getTranslations('report.since'), getLocale()]);
  const words = await figureWords(locale);
  return (
    <TableScroll label={caption}>
      <Table caption={caption} dense>
        <thead>
          <tr>
            <HeaderCell>{t('figure')}</HeaderCell>
            <HeaderCell numeric>{t('before')}</HeaderCell>
            <HeaderCell numeric>{t('now')}</HeaderCell>
            <HeaderCell numeric>{t('difference')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.figure}>
              <HeaderCell scope="row">{words.name(difference.figure)}</HeaderCell>
              <Cell numeric>{words.value(difference.before)}</Cell>
              <Cell numeric>{words.value(difference.now)}</Cell>
              <Cell numeric>{changeText(difference, locale)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
