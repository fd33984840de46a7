import { getLocale, getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import type { Locale } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import type { ReportChanges } from '@/lib/report/queries/changes';
import type { NamedInvestor, NamedStartup } from '@/lib/report/rules/frozen';
import { DifferenceTable } from './difference-table';

/** Whether the same figures come out when they are counted again by the report's own two clocks. */
export async function Proof({
  recount: { differences, parties },
  isOlderRule,
}: Pick<ReportChanges, 'recount' | 'isOlderRule'>) {
  const [t, locale] = await Promise.all([getTranslations('report.proof'), getLocale()]);
  const names = (list: readonly (NamedStartup | NamedInvestor)[]) =>
    list.map((one) => nameOf(one, locale)).join(', ');
  if (differences.length === 0) {
    return (
      <Notice tone="done" title={t('same')}>
        {t('sameText')}
      </Notice>
    );
  }
  return (
    <Panel title={t('title')}>
      <Notice tone="warn" title={t('differs', { count: differences.length })}>
        <p>{t('differsText')}</p>
        {isOlderRule && <p>{t('leftOut')}</p>}
        {parties.left.length > 0 && <p>{t('left', { names: names(parties.left) })}</p>}
        {parties.returned.length > 0 && <p>{t('returned', { names: names(parties.returned) })}</p>}
      </Notice>
      <DifferenceTable differences={differences} caption={t('title')} />
    </Panel>
  );
}

function nameOf(party: NamedStartup | NamedInvestor, locale: Locale): string {
  return shownName(party, locale);
}
