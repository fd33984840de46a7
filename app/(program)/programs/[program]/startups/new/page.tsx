import { newPartyPage, partyFormMetadata } from '../../party-form-page';

export const generateMetadata = () => partyFormMetadata('startup', 'newTitle');

export default async function NewStartupPage({ params }: { params: Promise<{ program: string }> }) {
  return newPartyPage('startup', (await params).program);
}
