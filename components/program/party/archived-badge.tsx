import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { dayInZone, formatDay } from '@/lib/core/dates';

export function ArchivedBadge({ archivedAt, homeZone }: { archivedAt: string | null; homeZone: string }) {
  const t = useTranslations('program.party');
  const locale = useLocale();
  if (!archivedAt) return null;
  const date = formatDay(dayInZone(new Date(archivedAt), homeZone), locale);
  return <Badge tone="warn">{t('archivedOn', { date })}</Badge>;
}
