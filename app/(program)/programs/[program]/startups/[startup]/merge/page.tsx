import type { RawQuery } from '@/lib/core/address';
import { partyMergeMetadata, partyMergePage } from '../../../party-merge-page';

type Props = { params: Promise<{ program: string; startup: string }>; searchParams: Promise<RawQuery> };

export const generateMetadata = partyMergeMetadata;

export default async function MergeStartupsPage({ params, searchParams }: Props) {
  const { program, startup } = await params;
  return partyMergePage('startup', program, startup, searchParams);
}
