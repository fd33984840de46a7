import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { nameOfMeeting } from '@/components/meeting/meeting-row';
import { PairPage } from '@/components/pair/page/pair-page';
import { ClientMessages } from '@/components/shell/client-messages';
import { canAddAmounts } from '@/lib/amount/policy';
import type { RawQuery } from '@/lib/core/address';
import { worksInOffice } from '@/lib/core/scope';
import { canBookMeetings, canMarkMeetings } from '@/lib/meeting/policy';
import { canRecordOutcome } from '@/lib/outcome/policy';
import { canAssignOwner, canMovePairs, canWorkOnPairs } from '@/lib/pair/policy';
import { requireProgram } from '@/lib/platform/gate';
import { loadPair, pairOf } from './load';

type Props = { params: Promise<{ program: string; pair: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { program, pair: pairId } = await params;
  const [pair, locale] = await Promise.all([pairOf(program, pairId), getLocale()]);
  return { title: nameOfMeeting(pair, locale) };
}

export default async function Page({ params, searchParams }: Props) {
  const { program, pair: pairId } = await params;
  const scope = await requireProgram(program);
  const query = await searchParams;
  const loaded = await loadPair(scope, pairId, query);
  // A past date is for reading: what is changed is changed today.
  const { isNow } = loaded.clocks;
  const can = {
    move: isNow && canMovePairs(scope),
    work: isNow && canWorkOnPairs(scope),
    assign: isNow && canAssignOwner(scope),
    book: isNow && canBookMeetings(scope),
    mark: isNow && canMarkMeetings(scope),
    record: isNow && canRecordOutcome(scope),
    addAmounts: isNow && canAddAmounts(scope),
    nameSources: isNow && worksInOffice(scope),
  };
  return (
    <ClientMessages namespaces={['pair', 'amount', 'meeting', 'file']}>
      <PairPage scope={scope} query={query} can={can} {...loaded} />
    </ClientMessages>
  );
}
