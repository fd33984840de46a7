import type { RawQuery } from '@/lib/core/address';
import { partyMetadata, partyProfilePage } from '../../party-profile-page';

type Props = { params: Promise<{ program: string; startup: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata({ params }: Props) {
  const { program, startup } = await params;
  return partyMetadata('startup', program, startup);
}

export default async function StartupPage({ params, searchParams }: Props) {
  const { program, startup } = await params;
  return partyProfilePage('startup', program, startup, searchParams);
}
