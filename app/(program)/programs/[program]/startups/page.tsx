import { type PartyListProps, partyListMetadata, partyListPage } from '../party-list-page';

export const generateMetadata = () => partyListMetadata('startup');

export default function StartupsPage(props: PartyListProps) {
  return partyListPage('startup', props);
}
