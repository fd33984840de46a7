'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { dayText, formatDateTime } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { sizeText } from '@/lib/file/rules';
import type { ArchivePreview } from '@/lib/transfer/schema';

const COUNTED = [
  ...(['startups', 'investors', 'contacts', 'pairs', 'meetings', 'outcomes'] as const),
  ...(['amounts', 'notes', 'reports', 'auditEntries'] as const),
];

/** What an archive holds, as its manifest says, before anything is made of it. */
export function ArchiveContents({ preview }: { preview: ArchivePreview }) {
  const t = useTranslations('archive.contents');
  const locale = useLocale() as Locale;
  const format = useFormatter();
  const { program, people, counts, files, takenAt } = preview;
  const { from, to, homeZone } = program;
  const days =
    from && to ? t('daysOf', { from: dayText(from, locale), to: dayText(to, locale) }) : t('noDays');
  const names = [program.name, program.nameEn].filter(Boolean).join(' · ');
  return (
    <div className="grid gap-4">
      <DescriptionList
        items={[
          { term: t('program'), detail: <span className="break-words">{names}</span> },
          { term: t('slug'), detail: <span className="break-all">{program.slug}</span> },
          { term: t('days'), detail: days },
          { term: t('takenAt'), detail: formatDateTime(new Date(takenAt), homeZone, locale) },
          {
            term: t('people'),
            detail: t('peopleOf', {
              known: format.number(people.known),
              unknown: format.number(people.unknown),
            }),
          },
          {
            term: t('files'),
            detail:
              files.count === 0
                ? t('noFiles')
                : t('filesOf', { count: format.number(files.count), size: sizeText(files.bytes) }),
          },
        ]}
      />
      <DescriptionList
        layout="stacked"
        className="grid-cols-2 border-t border-line pt-4 tabular-nums"
        items={COUNTED.map((key) => ({ key, term: t(`count.${key}`), detail: format.number(counts[key]) }))}
      />
      {program.isClosed && <Notice>{t('closed')}</Notice>}
      {files.missing > 0 && <Notice tone="warn">{t('missing', { count: files.missing })}</Notice>}
    </div>
  );
}
