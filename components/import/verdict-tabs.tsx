import { useLocale, useTranslations } from 'next-intl';
import { Tabs } from '@/components/ui/tabs';
import { formatNumber } from '@/lib/core/dates';
import { VERDICTS, type Verdict } from '@/lib/import/rules/judged';
import type { ImportDetail } from '@/lib/import/schema';
import { importPath, importSearch } from './import-address';

export function verdictRows(detail: ImportDetail, verdict: Verdict): number {
  return verdict === 'rejected' ? detail.rejectedRows : detail[verdict];
}

/** In the order in which somebody has to look at them. */
const ORDER: readonly Verdict[] = ['conflict', 'rejected', 'create', 'change', 'same', 'skipped'];

/** The rows that are shown where the address does not say. */
export function firstShown(detail: ImportDetail): Verdict {
  return ORDER.find((verdict) => verdictRows(detail, verdict) > 0) ?? 'create';
}

/** What becomes of the rows, with how many there are of each. */
export function VerdictTabs({ slug, detail, shown }: { slug: string; detail: ImportDetail; shown: Verdict }) {
  const t = useTranslations('import');
  const locale = useLocale();
  const tabs = VERDICTS.map((verdict) => ({
    href: importPath(slug, detail.id) + importSearch({ show: verdict }),
    label: t(`verdict.${verdict}`),
    current: verdict === shown,
    count: formatNumber(verdictRows(detail, verdict), locale),
  }));
  return <Tabs label={t('rows.views')} tabs={tabs} />;
}
