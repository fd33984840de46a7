import { getLocale, getTranslations } from 'next-intl/server';
import { FunnelGlance } from '@/components/funnel/funnel-glance';
import { AsOfChip } from '@/components/shell/as-of-chip';
import { PageHeader } from '@/components/shell/page-header';
import { knownDay, type RawQuery, readClocks } from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { getFunnel } from '@/lib/funnel/queries/funnel';
import { reportingDay, shownDay } from '@/lib/program/rules';
import { PublishedChanged } from './funnel/published-changed';

type Props = { scope: ProgramScope; query: RawQuery };

/**
 * A manager's home: the funnel in one glance, as of the day that the chip says. Beside it stands today or, where today is
 * shown already, the day the program reports by.
 */
export async function ManagerPage({ scope, query }: Props) {
  const { program } = scope;
  const now = new Date();
  const today = dayInZone(now, program.homeZone);
  const asked = readClocks(query);
  const asOf = shownDay(program, asked.asOf, now);
  const knownOn = knownDay(asked.knownOn, asOf) ?? undefined;
  const besideDay = asOf === today ? reportingDay(program, now) : today;
  const [t, locale, funnel, beside] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    getFunnel(scope, { asOf, knownOn }),
    besideDay && getFunnel(scope, { asOf: besideDay }),
  ]);
  return (
    <>
      <PageHeader
        title={t('funnelTitle')}
        subtitle={shownName(program, locale)}
        asOf={
          <AsOfChip
            value={asOf}
            knownOn={knownOn ?? ''}
            today={today}
            text={formatDay(asOf, locale)}
            path={`/programs/${program.slug}`}
            zone={program.homeZone}
            reporting={program.asOfDefault}
          />
        }
      />
      <PublishedChanged scope={scope} asOf={asOf} />
      <div className="grid max-w-[90rem] items-start gap-6 lg:grid-cols-2">
        <FunnelGlance program={program} funnel={funnel} locale={locale} />
        {beside && <FunnelGlance program={program} funnel={beside} locale={locale} />}
      </div>
    </>
  );
}
