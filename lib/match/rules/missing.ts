import type { InvestorTerms, StartupTerms } from './factors';

const STARTUP_TERMS = ['round', 'sought', 'regions'] as const;
const INVESTOR_TERMS = ['focus', 'rounds', 'ticket', 'regions'] as const;
export type Term = (typeof STARTUP_TERMS)[number] | (typeof INVESTOR_TERMS)[number];

function isEmpty(value: string | readonly unknown[] | object | null): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Which terms of a startup nobody has filled in. */
export function missingOfStartup(startup: StartupTerms): Term[] {
  return STARTUP_TERMS.filter((term) => isEmpty(startup[term]));
}

export function missingOfInvestor(investor: InvestorTerms): Term[] {
  return INVESTOR_TERMS.filter((term) => isEmpty(investor[term]));
}
