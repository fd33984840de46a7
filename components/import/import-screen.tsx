import { useLocale, useTranslations } from 'next-intl';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { formatDateTime, formatNumber } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { Verdict } from '@/lib/import/rules/judged';
import type { ImportDetail } from '@/lib/import/schema';
import { ApplyBar } from './apply-bar';
import { ColumnsPanel } from './columns-panel';
import { DecideAlike } from './decide-alike';
import { FileQuestions } from './file-questions';
import { importPath, importSearch, type ShownRow } from './import-address';
import { ImportState } from './import-state';
import { RejectedRows } from './rejected-rows';
import { RowTable } from './row-table';
import { UndoImport } from './undo-import';
import { VerdictTabs, verdictRows } from './verdict-tabs';

type Props = {
  program: ProgramEntry;
  detail: ImportDetail;
  rows: { items: readonly ShownRow[]; nextCursor: string | null; previousCursor: string | null };
  /** The rows that are shown. */
  shown: Verdict;
  /** The viewer brought the file: nobody else sees its rows. */
  isOwn: boolean;
  /** Not in a closed program. */
  canChange: boolean;
};

/** One file: how it was read, what its rows would do or did, and the way on from there. */
export function ImportScreen({ program, detail, rows, shown, isOwn, canChange }: Props) {
  const t = useTranslations('import');
  const locale = useLocale();
  const { slug, homeZone } = program;
  const isDraft = detail.state === 'draft';
  const canEdit = isOwn && isDraft && canChange;
  const by = shownName(detail.by, locale);
  const at = (address: { show: Verdict; cursor?: string }) =>
    importPath(slug, detail.id) + importSearch(address);
  return (
    <>
      <PageHeader
        title={<span className="break-all">{detail.fileName || t('list.unnamed')}</span>}
        subtitle={`${t(`kind.${detail.kind}`)} · ${t('screen.rows', { count: detail.rows })}`}
        back={{ href: importPath(slug), label: t('title') }}
        actions={<ImportState state={detail.state} />}
      />
      <div className="grid grid-cols-1 gap-4">
        {outcome()}
        {canEdit && <FileQuestions {...{ slug, detail }} />}
        {detail.state !== 'discarded' && <ColumnsPanel key={detail.version} {...{ detail, canEdit }} />}
        <VerdictTabs {...{ slug, detail, shown }} />
        {canEdit && shown === 'conflict' && <DecideAlike detail={detail} rows={rows.items} />}
        {isOwn && (shown === 'rejected' || shown === 'conflict') && (
          <RejectedRows slug={slug} importId={detail.id} count={detail.rejectedRows + detail.conflict} />
        )}
        {rows.items.length > 0 ? (
          <RowTable
            {...{ detail, canEdit }}
            rows={rows.items}
            caption={t('rows.caption', { view: t(`verdict.${shown}`) })}
          />
        ) : (
          <EmptyState title={isOwn ? t('rows.none') : t('rows.notYours', { name: by })} />
        )}
        {(rows.nextCursor || rows.previousCursor) && (
          <Pagination
            label={t('rows.pages')}
            status={t('rows.range', {
              from: rows.items[0]?.number ?? 0,
              to: rows.items.at(-1)?.number ?? 0,
              total: formatNumber(verdictRows(detail, shown), locale),
            })}
            {...(rows.previousCursor
              ? { previousHref: at({ show: shown, cursor: rows.previousCursor }) }
              : {})}
            {...(rows.nextCursor ? { nextHref: at({ show: shown, cursor: rows.nextCursor }) } : {})}
          />
        )}
        {canEdit && <ApplyBar {...{ slug, detail }} />}
      </div>
    </>
  );

  /** What became of a file that is decided. */
  function outcome() {
    const when = (instant: string | null) => formatDateTime(new Date(instant ?? 0), homeZone, locale);
    const { create, change, id: importId, fileName } = detail;
    if (detail.state === 'applied')
      return (
        <Notice
          tone="done"
          title={t('screen.applied', { create, change })}
          actions={canChange && <UndoImport {...{ importId, fileName }} />}
        >
          {t('screen.by', { name: by, at: when(detail.appliedAt) })}
        </Notice>
      );
    if (detail.state === 'undone')
      return <Notice title={t('screen.undone', { at: when(detail.undoneAt) })} />;
    return detail.state === 'discarded' ? <Notice title={t('screen.discarded')} /> : null;
  }
}
