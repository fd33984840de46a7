import { getLocale, getTranslations } from 'next-intl/server';
import { StartupHome } from '@/components/home/startup-home';
import { nameOfStartup } from '@/components/meeting/names';
import { PageHeader } from '@/components/shell/page-header';
import type { ProgramScope } from '@/lib/core/scope';
import { programName } from '@/lib/program/rules';
import { listStartups } from '@/lib/startup/queries/list';
import { loadStartup } from './load';

/** The home of a startup's people; the only startup they see is theirs. */
export async function StartupPage({ scope }: { scope: ProgramScope }) {
  const [t, locale, today, own] = await Promise.all([
    getTranslations('home'),
    getLocale(),
    loadStartup(scope, new Date()),
    listStartups(scope, { limit: 1 }),
  ]);
  const startup = own.items[0];
  return (
    <>
      <PageHeader
        title={startup ? nameOfStartup(startup, locale) : t('title')}
        subtitle={programName(scope.program, locale)}
      />
      <StartupHome program={scope.program} today={today} />
    </>
  );
}
