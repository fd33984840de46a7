import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { AcrossTable } from '@/components/funnel/across-table';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { knownDay, type RawQuery, readClocks, withParams } from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import { earliestOf } from '@/lib/core/days';
import { dayInZone } from '@/lib/core/zones';
import { canSeeFunnels } from '@/lib/funnel/policy';
import { getFunnels } from '@/lib/funnel/queries/across';
import { requireRight } from '@/lib/platform/gate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel.across'))('title') };
}

type Props = { searchParams: Promise<RawQuery> };

/** The same date for all programs; each ends it in its own home zone. */
const ZONE = 'Asia/Seoul';

export default async function FunnelsPage({ searchParams }: Props) {
  const viewer = await requireRight(canSeeFunnels);
  const asked = readClocks(await searchParams);
  const today = dayInZone(new Date(), ZONE);
  const asOf = earliestOf(asked.asOf || today, today);
  const knownOn = knownDay(asked.knownOn, asOf);
  const funnels = await getFunnels(viewer, { asOf, ...(knownOn && { knownOn }) });
  const t = await getTranslations('funnel.across');
  const locale = await getLocale();
  const text = formatDay(asOf, locale);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          funnels.items.length > 1 && (
            <LinkButton size="sm" href={withParams('/funnels/compare', { by: 'date', asOf })}>
              {t('compare')}
            </LinkButton>
          )
        }
        subtitle={t('size', { programs: funnels.items.length })}
        asOf={
          <AsOfChip
            value={asOf}
            today={today}
            text={text}
            path="/funnels"
            params={knownOn ? { knownOn } : {}}
            zone={t('zones')}
          />
        }
      />
      {funnels.items.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      ) : (
        <AcrossTable
          funnels={funnels}
          clocks={{ asOf, knownOn }}
          label={
            knownOn
              ? t('known', { date: text, known: formatDay(knownOn, locale) })
              : t('label', { date: text })
          }
        />
      )}
    </>
  );
}
