import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { programName } from '@/lib/program/rules';
import type { StartupDetail } from '@/lib/startup/queries/item';
import type { Sector } from '@/lib/startup/schema';
import { ArchivedBadge } from '../program/party/archived-badge';

/** The other language's name, the sector, and since when it is archived: what stands beside the name. */
export function StartupSubtitle({ startup, homeZone }: { startup: StartupDetail; homeZone: string }) {
  const t = useTranslations('startup.sector');
  const locale = useLocale();
  const other = locale === 'en' ? startup.name : startup.nameEn;
  const shown = programName(startup, locale);
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {other && other !== shown && <span lang={locale === 'en' ? 'ko' : 'en'}>{other}</span>}
      <Badge tone="outline">{t(startup.sector as Sector)}</Badge>
      <ArchivedBadge archivedAt={startup.archivedAt} homeZone={homeZone} />
    </span>
  );
}
