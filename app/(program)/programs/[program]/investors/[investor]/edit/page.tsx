import { editPartyPage, partyFormMetadata } from '../../../party-form-page';

type Props = { params: Promise<{ program: string; investor: string }> };

export const generateMetadata = () => partyFormMetadata('investor', 'editTitle');

export default async function EditInvestorPage({ params }: Props) {
  const { program, investor } = await params;
  return editPartyPage('investor', program, investor);
}
