import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { FUNNEL_PLACES, paramsOf } from '@/components/funnel/address';
import { FunnelChips } from '@/components/funnel/funnel-header';
import { NO_FILTER } from '@/components/pair/filter/address';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { readWaveChoice } from '@/components/wave/address';
import { WavesScreen } from '@/components/wave/waves-screen';
import { knownDay, type RawQuery } from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import { readsAll, worksInOffice } from '@/lib/core/scope';
import { listPairFacets } from '@/lib/pair/queries/facets';
import { requireProgram } from '@/lib/platform/gate';
import { canAnswerWaves } from '@/lib/wave/policy';
import { listWaves } from '@/lib/wave/queries/list';
import { DatedHead, datedAddress, titleOf } from '../dated-head';

export const generateMetadata = () => titleOf('wave');

type Props = { params: Promise<{ program: string }>; searchParams: Promise<RawQuery> };

/** Who is asked again 2, 6 and 12 months after the event, and what came of it. */
export default async function WavesPage({ params, searchParams }: Props) {
  const scope = await requireProgram((await params).program);
  if (!readsAll(scope)) notFound();
  const query = await searchParams;
  const dated = datedAddress(scope, query);
  const { address, today } = dated;
  const knownOn = knownDay(address.knownOn, address.asOf) ?? undefined;
  const startup = address.startup.length > 0 ? [...address.startup] : undefined;
  const [{ waves, mainDay }, facets] = await Promise.all([
    listWaves(scope, { asOf: address.asOf, knownOn, startup }),
    listPairFacets(scope, {}),
  ]);
  const [t, locale] = await Promise.all([getTranslations('wave'), getLocale()]);
  const { slug, homeZone } = scope.program;
  return (
    <>
      <DatedHead {...dated} scope={scope} place="waves" title={t('title')} bothClocks />
      <FunnelChips
        {...{ slug, facets }}
        address={{ ...address, ...NO_FILTER, startup: address.startup }}
        screen={{ path: FUNNEL_PLACES.waves }}
      />
      {mainDay === null ? (
        <EmptyState
          title={t('empty.title')}
          actions={
            worksInOffice(scope) && (
              <LinkButton href={`/programs/${slug}/settings/stages`}>{t('empty.open')}</LinkButton>
            )
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <WavesScreen
          {...{ slug, waves, today }}
          startups={facets.startups}
          zone={homeZone}
          choice={readWaveChoice(query)}
          params={paramsOf(address)}
          startup={address.startup.join(',')}
          label={t('label', {
            asOf: formatDay(address.asOf, locale),
            knownOn: knownOn ? formatDay(knownOn, locale) : 'none',
          })}
          isNow={address.asOf === today && knownOn === undefined}
          canAnswer={canAnswerWaves(scope)}
        />
      )}
    </>
  );
}
