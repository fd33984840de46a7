import { type PartyListProps, partyListMetadata, partyListPage } from '../party-list-page';

export const generateMetadata = () => partyListMetadata('investor');

export default function InvestorsPage(props: PartyListProps) {
  return partyListPage('investor', props);
}
