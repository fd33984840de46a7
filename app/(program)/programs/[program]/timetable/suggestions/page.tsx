import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { SuggestionScreen } from '@/components/match/suggestion-screen';
import { askedOfView, readSuggestionView, scoreRecordAddress } from '@/components/match/suggestion-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import type { RawQuery } from '@/lib/core/address';
import { shownName } from '@/lib/core/shown-name';
import { canReadSuggestions, canSetMatchWeights } from '@/lib/match/policy';
import { listSuggestions } from '@/lib/match/queries/suggestions';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { requireProgram } from '@/lib/platform/gate';
import { canPlan } from '@/lib/timetable/policy';

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('match'))('title') };
}

/** Which pairs look promising, and why; a look at them comes before any wish. */
export default async function SuggestionsPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!canReadSuggestions(scope)) notFound();
  const { slug } = scope.program;
  const view = readSuggestionView(await searchParams);
  const [t, locale, first, { startups, investors }] = await Promise.all([
    getTranslations('match'),
    getLocale(),
    listSuggestions(scope, { ...askedOfView(view), limit: 50 }),
    listPairFacets(scope, {}),
  ]);
  return (
    <>
      <PageHeader
        back={{ href: `/programs/${slug}/timetable/wishes`, label: t('toWishes') }}
        title={t('title')}
        subtitle={shownName(scope.program, locale)}
        actions={
          <LinkButton size="sm" href={scoreRecordAddress(slug)}>
            {t('record.title')}
          </LinkButton>
        }
      />
      <ClientMessages namespaces={['match', 'timetable']}>
        <SuggestionScreen
          {...{ slug, first, view }}
          facets={{ startups, investors }}
          canPlan={canPlan(scope) && canSetMatchWeights(scope)}
        />
      </ClientMessages>
    </>
  );
}
