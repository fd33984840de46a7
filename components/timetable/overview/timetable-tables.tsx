import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDateTime, formatNumber } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { TimetableItem } from '@/lib/timetable/schema/stage';
import { DraftDifference, RestoreDraft } from './draft-actions';

type Props = {
  slug: string;
  drafts: readonly TimetableItem[];
  /** The published one they differ from. */
  published: string | null;
  homeZone: string;
  seats: number;
  canRestore?: boolean;
};

/** So many differences are worked out at once; the others when their draft is opened. */
const COMPARED = 8;

export function DraftTable({ slug, drafts, published, homeZone, seats, canRestore }: Props) {
  const t = useTranslations('timetable-grid.overview.draft');
  const locale = useLocale();
  return (
    <TableScroll label={t('caption')}>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <HeaderCell>{t('name')}</HeaderCell>
            <HeaderCell numeric>{t('placed')}</HeaderCell>
            <HeaderCell>{t('proof')}</HeaderCell>
            <HeaderCell>
              {published ? t('difference') : <span className="sr-only">{t('action')}</span>}
            </HeaderCell>
            <HeaderCell>{t('made')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, at) => (
            <tr key={draft.id}>
              <th scope="row" className="text-start">
                <Link
                  href={`/programs/${slug}/timetable/${draft.id}`}
                  className="font-bold underline-offset-4 hover:underline"
                >
                  {draft.name}
                </Link>
              </th>
              <Cell numeric>{t('of', { n: formatNumber(draft.placed), seats: formatNumber(seats) })}</Cell>
              <Cell>
                {draft.proof
                  ? t(draft.proof.weight >= draft.proof.bound ? 'proved' : 'bounded', {
                      weight: formatNumber(draft.proof.weight),
                      bound: formatNumber(draft.proof.bound),
                    })
                  : t('noProof')}
              </Cell>
              <Cell>
                {published && at < COMPARED && <DraftDifference slug={slug} draftId={draft.id} />}
                {canRestore && <RestoreDraft draft={draft} />}
              </Cell>
              <Cell className="text-sm whitespace-nowrap text-ink-2">
                {[
                  draft.createdBy && shownName(draft.createdBy, locale),
                  formatDateTime(new Date(draft.createdAt), homeZone, locale),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}

type HistoryProps = { slug: string; history: readonly TimetableItem[]; homeZone: string };

/** Every version that was ever in force: who published it, when and why, and what became of it. */
export function HistoryTable({ slug, history, homeZone }: HistoryProps) {
  const t = useTranslations('timetable-grid.overview.version');
  const states = useTranslations('timetable-grid.state');
  const locale = useLocale();
  return (
    <TableScroll label={t('caption')}>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <HeaderCell>{t('number')}</HeaderCell>
            <HeaderCell>{t('state')}</HeaderCell>
            <HeaderCell numeric>{t('placed')}</HeaderCell>
            <HeaderCell>{t('note')}</HeaderCell>
            <HeaderCell>{t('published')}</HeaderCell>
          </tr>
        </thead>
        <tbody>
          {history.map((item) => (
            <tr key={item.id}>
              <th scope="row" className="text-start">
                <Link
                  href={`/programs/${slug}/timetable/${item.id}`}
                  className="font-bold underline-offset-4 hover:underline"
                >
                  {t('name', { number: item.number ?? 0 })}
                </Link>
              </th>
              <Cell>
                <Badge tone={item.state === 'published' ? 'done' : 'plain'}>{states(item.state)}</Badge>
              </Cell>
              <Cell numeric>{formatNumber(item.placed)}</Cell>
              <Cell className="min-w-40">{item.note ?? <span className="text-ink-2">–</span>}</Cell>
              <Cell className="text-sm whitespace-nowrap text-ink-2">
                {[
                  item.publishedBy && shownName(item.publishedBy, locale),
                  item.publishedAt && formatDateTime(new Date(item.publishedAt), homeZone, locale),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
