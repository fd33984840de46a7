import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { InvestorPage } from '@/components/investor/investor-page';
import { pairAddress } from '@/components/pair/pair-address';
import type { SearchParams } from '@/components/program/party/list-address';
import { asOfOf, listAsked } from '@/components/program/party/list-address';
import { canEditInvestors, canSeeInvestorFigures } from '@/lib/investor/policy';
import { getInvestor } from '@/lib/investor/queries/item';
import { listMeetings } from '@/lib/meeting/queries/list';
import { listPairs } from '@/lib/pair/queries/list';
import { requireProgram } from '@/lib/platform/gate';
import { orNotFound } from '@/lib/platform/page';
import { canRevealContacts } from '@/lib/program/policy';

type Props = {
  params: Promise<{ program: string; investor: string }>;
  searchParams: Promise<SearchParams>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, investor: investorId } = await params;
  const investor = await orNotFound(getInvestor(await requireProgram(program), { investorId }));
  return { title: investor.name };
}

export default async function InvestorProfilePage({ params, searchParams }: Props) {
  const { program, investor: investorId } = await params;
  const scope = await requireProgram(program);
  const date = listAsked(await searchParams, ['asOf', 'knownOn']);
  const now = new Date();
  const investor = await orNotFound(getInvestor(scope, { investorId, ...date }));
  const withFigures = canSeeInvestorFigures(scope);
  const [pairs, meetings] = await Promise.all([
    listPairs(scope, { investor: investorId, sort: '-stage', limit: 200, ...date }),
    withFigures ? listMeetings(scope, { investor: investorId, limit: 200 }) : null,
  ]);
  const own = withFigures ? undefined : pairs.items[0];
  return (
    <InvestorPage
      program={scope.program}
      investor={investor}
      pairs={withFigures ? pairs.items : null}
      ownPairHref={own ? pairAddress(scope.program.slug, own.id) : null}
      meetings={meetings?.items ?? []}
      asOf={asOfOf(scope.program, date, now, await getLocale())}
      now={now}
      asked={date}
      can={{
        edit: canEditInvestors(scope),
        archive: canEditInvestors(scope),
        reveal: canRevealContacts(scope),
      }}
    />
  );
}
