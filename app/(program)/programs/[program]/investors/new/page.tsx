import { newPartyPage, partyFormMetadata } from '../../party-form-page';

export const generateMetadata = () => partyFormMetadata('investor', 'newTitle');

export default async function NewInvestorPage({ params }: { params: Promise<{ program: string }> }) {
  return newPartyPage('investor', (await params).program);
}
