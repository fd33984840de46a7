import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Cell, HeaderCell, Table, TableScroll } from '@/components/ui/table';
import { formatDateTime, formatNumber } from '@/lib/core/dates';
import { shownName } from '@/lib/core/shown-name';
import type { TimetableItem } from '@/lib/timetable/schema/stage';
import { DraftDifference } from './draft-difference';
import { RestoreDraft } from './restore-draft';

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
                {canRestore && <RestoreDraft slug={slug} draft={draft} />}
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
