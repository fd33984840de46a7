import type { RawQuery } from '@/lib/core/address';
import { partyMergeMetadata, partyMergePage } from '../../../party-merge-page';

type Props = { params: Promise<{ program: string; investor: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = partyMergeMetadata;

export default async function MergeInvestorsPage({ params, searchParams }: Props) {
  const { program, investor } = await params;
  return partyMergePage('investor', program, investor, searchParams);
}
