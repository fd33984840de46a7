import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import type { SearchParams } from '@/components/program/party/list-address';
import { asOfOf, listAsked } from '@/components/program/party/list-address';
import { StartupPage } from '@/components/startup/startup-page';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listPairs } from '@/lib/pair/queries/list';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canRevealContacts } from '@/lib/program/policy';
import { programName } from '@/lib/program/rules';
import { canArchiveStartups, canEditStartups, canSeeStartupFigures } from '@/lib/startup/policy';
import { getStartup } from '@/lib/startup/queries/item';

type Props = {
  params: Promise<{ program: string; startup: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, startup: startupId } = await params;
  const startup = await orNotFound(getStartup(await requireProgram(program), { startupId }));
  return { title: programName(startup, await getLocale()) };
}

export default async function StartupProfilePage({ params, searchParams }: Props) {
  const { program, startup: startupId } = await params;
  const scope = await requireProgram(program);
  const date = listAsked(await searchParams, ['asOf', 'knownOn']);
  const now = new Date();
  const startup = await orNotFound(getStartup(scope, { startupId, ...date }));
  // A startup's people have their pairs and meetings on screens of their own.
  const [pairs, meetings] = canSeeStartupFigures(scope)
    ? await Promise.all([
        listPairs(scope, { startup: startupId, sort: '-stage', limit: 200, ...date }),
        listMeetings(scope, { startup: startupId, limit: 200 }),
      ])
    : [null, null];
  return (
    <StartupPage
      program={scope.program}
      startup={startup}
      pairs={pairs?.items ?? null}
      meetings={meetings?.items ?? []}
      asOf={asOfOf(scope.program, date, now, await getLocale())}
      now={now}
      asked={date}
      can={{
        edit: canEditStartups(scope),
        archive: canArchiveStartups(scope),
        reveal: canRevealContacts(scope),
      }}
    />
  );
}
