import { getLocale, getTranslations } from 'next-intl/server';
import { StartupHome } from '@/components/home/startup-home';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/link-button';
import type { ProgramScope } from '@/lib/core/scope';
import { shownName } from '@/lib/core/shown-name';
import { listStartups } from '@/lib/party/queries/parties';
import { loadStartup } from './load';

/** The home of a startup's people; the only startup they see is theirs. */
export async function StartupPage({ scope }: { scope: ProgramScope }) {
  const [t, wishes, locale, today, own] = await Promise.all([
    getTranslations('home'),
    getTranslations('timetable-setup.own'),
    getLocale(),
    loadStartup(scope, new Date()),
    listStartups(scope, { limit: 1 }),
  ]);
  const startup = own.items[0];
  return (
    <>
      <PageHeader
        title={startup ? shownName(startup, locale) : t('title')}
        subtitle={shownName(scope.program, locale)}
        actions={
          <LinkButton href={`/programs/${scope.program.slug}/timetable/wishes`}>{wishes('entry')}</LinkButton>
        }
      />
      <StartupHome program={scope.program} today={today} />
    </>
  );
}
