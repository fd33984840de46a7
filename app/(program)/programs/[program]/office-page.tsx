import { getLocale, getTranslations } from 'next-intl/server';
import { InstallationGlance, OfficeHome, PendingPeople } from '@/components/home/office-home';
import { SetupCard } from '@/components/program/setup/setup-steps';
import { PageHeader } from '@/components/shell/page-header';
import { WHOLE_LIST } from '@/lib/core/fields';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { countPeople } from '@/lib/person/queries/counts';
import { listMembers } from '@/lib/person/queries/members';
import { canEditProgram } from '@/lib/program/policy';
import { getProgram } from '@/lib/program/queries/programs';
import { isSetUp, setupStandings } from '@/lib/program/rules/setup';
import { loadOffice } from './load';

/** The office's home: what waits today; before the first meeting, what is still to set up. */
export async function OfficePage({ scope }: { scope: ProgramScope }) {
  const { program, viewer } = scope;
  const [t, locale, today, settings, members, people] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    loadOffice(scope, new Date()),
    getProgram(scope, {}),
    listMembers(scope, { limit: WHOLE_LIST }),
    viewer.isAdmin ? countPeople(viewer, {}) : null,
  ]);
  return (
    <>
      <PageHeader title={t('title')} subtitle={shownName(program, locale)} />
      {canEditProgram(scope) && !isSetUp(setupStandings(settings)) && (
        <div className="max-w-3xl pb-8">
          <SetupCard slug={program.slug} settings={settings} />
        </div>
      )}
      <OfficeHome program={program} today={today} />
      <div className="grid gap-x-10 pt-8 lg:grid-cols-2">
        <PendingPeople program={program} members={members.items} />
      </div>
      {people && <InstallationGlance programs={viewer.programs} here={program} people={people} />}
    </>
  );
}
