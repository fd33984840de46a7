import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { Cell, HeaderCell, Table } from '@/components/ui/table';
import { formatDateTime } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { ImportItem } from '@/lib/import/schema';
import { importPath } from './import-address';
import { ImportState } from './import-state';
import { UndoImport } from './undo-import';

type Props = { slug: string; zone: string; items: readonly ImportItem[]; canChange: boolean };

/** Files that were read before: what of, by whom, when, and what became of them. */
export function ImportList({ slug, zone, items, canChange }: Props) {
  const t = useTranslations('import');
  const locale = useLocale();
  return (
    <Table caption={t('list.title')} captionVisible stacked>
      <thead>
        <tr>
          <HeaderCell>{t('list.file')}</HeaderCell>
          <HeaderCell>{t('list.kind')}</HeaderCell>
          <HeaderCell>{t('list.state')}</HeaderCell>
          <HeaderCell>{t('list.rows')}</HeaderCell>
          <HeaderCell>{t('list.who')}</HeaderCell>
          <HeaderCell>
            <span className="sr-only">{t('list.actions')}</span>
          </HeaderCell>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <HeaderCell scope="row" className="font-medium break-all">
              <TextLink href={importPath(slug, item.id)}>{item.fileName || t('list.unnamed')}</TextLink>
            </HeaderCell>
            <Cell data-label={t('list.kind')}>{t(`kind.${item.kind}`)}</Cell>
            <Cell data-label={t('list.state')}>
              <ImportState state={item.state} />
            </Cell>
            <Cell data-label={t('list.rows')}>
              <span>
                {t('list.counts', {
                  create: item.create,
                  change: item.change,
                  rejected: item.rejectedRows + item.conflict,
                })}
              </span>
            </Cell>
            <Cell data-label={t('list.who')}>
              <span>
                {shownName(item.by, locale)},{' '}
                <time dateTime={item.createdAt} className="whitespace-nowrap tabular-nums">
                  {formatDateTime(new Date(item.appliedAt ?? item.createdAt), zone, locale)}
                </time>
              </span>
            </Cell>
            <Cell className="text-end">
              {item.state === 'applied' && canChange && (
                <UndoImport importId={item.id} fileName={item.fileName} size="sm" />
              )}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
