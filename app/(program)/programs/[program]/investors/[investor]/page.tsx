import type { RawQuery } from '@/lib/core/address';
import { partyMetadata, partyProfilePage } from '../../party-profile-page';

type Props = { params: Promise<{ program: string; investor: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: Props) {
  const { program, investor } = await params;
  return partyMetadata('investor', program, investor);
}

export default async function InvestorPage({ params, searchParams }: Props) {
  const { program, investor } = await params;
  return partyProfilePage('investor', program, investor, searchParams);
}
