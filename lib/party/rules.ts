import { MS_A_DAY } from '@/lib/core/days';
import type { Refusal } from '@/lib/core/result';

/**
 * The kinds of party of a program. A kind has its table, its addresses and its messages under this word; what its profile
 * holds stands in schema.ts, how its table is read in queries/parties.ts, how its forms and lists look in
 * components/party/kinds.ts.
 */
export const PARTY_KINDS = ['startup', 'investor'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** The key of a party's id in inputs and answers: `startupId`, `investorId`. */
export type PartyKey<Kind extends PartyKind = PartyKind> = `${Kind}Id`;
/** One party, by the key of its kind. */
export type PartyRef = { [Kind in PartyKind]: Record<PartyKey<Kind>, string> }[PartyKind];

export function refOf<Kind extends PartyKind>(
  kind: Kind,
  id: string,
): Record<PartyKey<Kind>, string> & PartyRef {
  return { [`${kind}Id`]: id } as Record<PartyKey<Kind>, string> & PartyRef;
}

/** The longest text of a field, in letters. */
export const PARTY_LENGTHS = {
  name: 120,
  nameEn: 120,
  city: 80,
  focus: 60,
  summary: 2000,
  summaryEn: 2000,
  website: 500,
} as const;

export function idOf(party: PartyRef): string {
  return 'startupId' in party ? party.startupId : party.investorId;
}

/** Keys; their words stand in messages as startup.sector.<key>. */
export const SECTORS = [
  'bio_health',
  'robotics',
  'ai',
  'semiconductor',
  'mobility',
  'energy',
  'software',
  'content',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];

/** Nobody agreed tomorrow; a day is left for clocks and zones that differ. */
export function refusalsOfConsent(consentAt: Date | null | undefined, now: Date): Refusal[] {
  return consentAt && consentAt.getTime() > now.getTime() + MS_A_DAY
    ? [{ reason: 'in_the_future', field: ['consentAt'] }]
    : [];
}

/** `k***@example.com`: enough to recognise, too little to write to. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? (email ? '***' : '') : `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** `010-****-12`: the first group and the last two digits. */
export function maskPhone(phone: string): string {
  if (!phone) return '';
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 6) return '****';
  const first = /^\+?\d{1,4}(?=\D)/.exec(phone)?.[0] ?? digits.slice(0, 3);
  return `${first}-****-${digits.slice(-2)}`;
}
