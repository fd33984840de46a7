import { isCurrency } from '@/lib/core/currencies';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import type { Sector } from '@/lib/party/rules';
import type { Ticket } from '@/lib/party/rules/terms';
import { wordsIn } from '@/lib/platform/say';
import type { MatchFinding } from '../rules/factors';

/** Says a finding as a sentence. */
export function reasonWords(locale: Locale): (finding: MatchFinding) => string {
  const t = wordsIn(locale, 'match');
  const party = wordsIn(locale, 'party');
  const sectors = wordsIn(locale, 'startup');
  const amount = (minor: number, currency: string) =>
    isCurrency(currency) ? formatMoney(money(minor, currency), locale) : currency;
  const range = ({ min, max, currency }: Ticket) => {
    if (min !== null && max !== null)
      return party('ticketRange', { min: amount(min, currency), max: amount(max, currency) });
    return min !== null
      ? party('ticketFrom', { min: amount(min, currency) })
      : party('ticketTo', { max: amount(max ?? 0, currency) });
  };
  return ({ reason, named }) => {
    const { sector, rounds = [], regions = [], sought, ticket, percent = 0, held = 0, interest = 0 } = named;
    return t(`reason.${reason}`, {
      sector: sector ? sectors(`sector.${sector as Sector}`) : '',
      round: rounds.map((each) => party(`round.${each}`)).join(', '),
      regions: regions.map((each) => party(`region.${each}`)).join(', '),
      sought: sought ? amount(sought.minor, sought.currency) : '',
      ticket: ticket ? range(ticket) : '',
      percent,
      held,
      interest,
    });
  };
}
