import { getLocale, getTranslations } from 'next-intl/server';
import { ImportLink } from '@/components/import/import-link';
import { suggestionsAddress } from '@/components/match/suggestion-view';
import { ClientMessages } from '@/components/shell/client-messages';
import { PageHeader } from '@/components/shell/page-header';
import { readSetup, stageOf } from '@/components/timetable/address';
import { WishTable } from '@/components/timetable/wishes/wish-table';
import { readWishView, wishesAddress } from '@/components/timetable/wishes/wish-view';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Tabs } from '@/components/ui/tabs';
import type { RawQuery } from '@/lib/core/address';
import { WHOLE_LIST } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { canImport } from '@/lib/import/policy';
import { MEETING_STAGES } from '@/lib/pair/rules/stages';
import { getProgram } from '@/lib/program/queries/programs';
import { canPlan } from '@/lib/timetable/policy';
import { listWishes } from '@/lib/timetable/queries/wishes';

type Props = { scope: ProgramScope; query: RawQuery };

export async function OfficeWishes({ scope, query }: Props) {
  const { program } = scope;
  const { slug } = program;
  const [t, suggestions, names, locale, settings] = await Promise.all([
    getTranslations('timetable-setup'),
    getTranslations('match'),
    getTranslations('pair.stage'),
    getLocale(),
    getProgram(scope, {}),
  ]);
  const ofProgram: readonly string[] = settings.stages.map(({ stage }) => stage);
  const stage = stageOf(readSetup(query).stage, ofProgram);
  if (!stage) {
    const toStages = (
      <LinkButton href={`/programs/${slug}/settings/stages`}>{t('facts.toStages')}</LinkButton>
    );
    return <EmptyState title={t('noStages')} actions={toStages} />;
  }
  const view = readWishView(query);
  const { items } = await listWishes(scope, { stage, limit: WHOLE_LIST });
  return (
    <>
      <PageHeader
        back={{ href: `/programs/${slug}/timetable?stage=${stage}`, label: t('back') }}
        title={t('wishes.title')}
        subtitle={shownName(program, locale)}
        actions={
          <>
            {canImport(scope) && <ImportLink slug={slug} kind="wishes" />}
            <LinkButton size="sm" href={suggestionsAddress(slug)}>
              {suggestions('title')}
            </LinkButton>
          </>
        }
      >
        <Tabs
          label={t('stages')}
          tabs={MEETING_STAGES.filter((each) => ofProgram.includes(each)).map((each) => ({
            href: wishesAddress(slug, each, view),
            label: names(each),
            current: each === stage,
          }))}
        />
      </PageHeader>
      <ClientMessages namespaces={['timetable-setup', 'pair', 'export']}>
        <WishTable key={stage} {...{ slug, stage, items, view }} canPlan={canPlan(scope)} />
      </ClientMessages>
    </>
  );
}
