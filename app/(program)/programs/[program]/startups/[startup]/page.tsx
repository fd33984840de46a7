import type { SearchParams } from '@/components/party/list-address';
import { partyMetadata, partyProfilePage } from '../../party-profile-page';

type Props = { params: Promise<{ program: string; startup: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props) {
  const { program, startup } = await params;
  return partyMetadata('startup', program, startup);
}

export default async function StartupPage({ params, searchParams }: Props) {
  const { program, startup } = await params;
  return partyProfilePage('startup', program, startup, searchParams);
}
