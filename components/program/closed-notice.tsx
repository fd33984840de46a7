import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { formatDay } from '@/lib/core/dates';
import type { ProgramEntry } from '@/lib/core/scope';
import { dayInZone } from '@/lib/core/zones';

type Props = { program: ProgramEntry; closedAt: string };

/** On every page of a closed program: why nothing on it can be changed. */
export function ClosedNotice({ program, closedAt }: Props) {
  const t = useTranslations('program.close');
  const date = formatDay(dayInZone(new Date(closedAt), program.homeZone), useLocale());
  return (
    <Notice tone="warn" className="no-print mb-4" title={t('isClosed', { date })}>
      {t(program.role === 'admin' ? 'isClosedAdmin' : 'isClosedText')}
    </Notice>
  );
}
