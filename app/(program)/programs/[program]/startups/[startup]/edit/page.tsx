import { editPartyPage, partyFormMetadata } from '../../../party-form-page';

type Props = { params: Promise<{ program: string; startup: string }> };

export const generateMetadata = () => partyFormMetadata('startup', 'editTitle');

export default async function EditStartupPage({ params }: Props) {
  const { program, startup } = await params;
  return editPartyPage('startup', program, startup);
}
