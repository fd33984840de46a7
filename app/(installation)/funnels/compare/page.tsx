import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MOST_COMPARED, readProgramsAddress } from '@/components/funnel/programs-address';
import { ProgramsChoice } from '@/components/funnel/programs-choice';
import { ProgramsTable } from '@/components/funnel/programs-table';
import { PageHeader } from '@/components/shell/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { dayInZone } from '@/lib/core/zones';
import { canSeeFunnels } from '@/lib/funnel/policy';
import { requireRight } from '@/lib/platform/gate';
import { loadCompared, readableScopes } from './load';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel.programs'))('title') };
}

type Props = { searchParams: Promise<RawQuery> };

/** Two to four programs side by side, each at the same distance from its own main session or on one date. */
export default async function ComparedProgramsPage({ searchParams }: Props) {
  const viewer = await requireRight(canSeeFunnels);
  const [asked, t, locale] = await Promise.all([
    readProgramsAddress(searchParams),
    getTranslations('funnel.programs'),
    getLocale(),
  ]);
  const scopes = readableScopes(viewer);
  const named = scopes.filter(({ program }) => asked.program.includes(program.slug));
  const chosen = (asked.program.length > 0 ? named : scopes.slice(0, 2)).slice(0, MOST_COMPARED);
  const today = dayInZone(new Date(), chosen[0]?.program.homeZone ?? 'Asia/Seoul');
  const moment = { ...asked, asOf: asked.asOf || today };
  const programs = await Promise.all(chosen.map((scope) => loadCompared(scope, moment, asked, locale)));
  return (
    <>
      <PageHeader title={t('title')} back={{ href: '/funnels', label: t('all') }} />
      <div className="grid gap-8">
        <ProgramsChoice
          programs={scopes.map(({ program }) => ({
            slug: program.slug,
            name: shownName(program, locale),
            isChosen: chosen.some((scope) => scope.program.slug === program.slug),
          }))}
          {...{ moment, today }}
          filter={asked}
        />
        {named.length > MOST_COMPARED && <p role="status">{t('most', { count: MOST_COMPARED })}</p>}
        {programs.length < 2 ? (
          <EmptyState title={t('choose')}>{t('chooseText')}</EmptyState>
        ) : (
          <ProgramsTable programs={programs} filter={asked} />
        )}
      </div>
    </>
  );
}
