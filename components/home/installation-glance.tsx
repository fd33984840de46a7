import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Metric, Metrics } from '@/components/ui/metric';
import { Panel } from '@/components/ui/panel';
import type { ProgramEntry } from '@/lib/core/scope';
import type { PeopleCounts } from '@/lib/person/queries/counts';
import { programName } from '@/lib/program/rules';

type Props = { programs: readonly ProgramEntry[]; here: ProgramEntry; people: PeopleCounts };

/** For admins: the programs and the people of the whole installation. */
export async function InstallationGlance({ programs, here, people }: Props) {
  const [t, locale] = await Promise.all([getTranslations('home.installation'), getLocale()]);
  const actions = (
    <LinkButton size="sm" href="/programs/new">
      {t('newProgram')}
    </LinkButton>
  );
  return (
    <Panel look="plain" title={t('title')} actions={actions} className="mt-10">
      <Metrics>
        <Metric label={t('programs')} value={programs.length} href="/programs" />
        <Metric label={t('people')} value={people.active} href="/people" />
        <Metric label={t('admins')} value={people.admins} href="/people?show=admins" />
        <Metric label={t('closed')} value={people.archived} href="/people?show=archived" />
      </Metrics>
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {programs
          .filter(({ slug }) => slug !== here.slug)
          .map((program) => (
            <li key={program.slug}>
              <Link href={`/programs/${program.slug}`} className="ui-link">
                {programName(program, locale)}
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
