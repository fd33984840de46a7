import { searchKey } from '@/lib/core/hangul';
import { convert, money } from '@/lib/core/money';
import type { LiveRung } from '@/lib/pair/rules/item';
import { isClosed, isLaterStage } from '@/lib/pair/rules/stages';
import type { Check, CheckedMeeting, CheckedPair, CheckedParty, Finding } from './schema';

export type QualityFacts = {
  pairs: readonly CheckedPair[];
  meetings: readonly CheckedMeeting[];
  parties: readonly CheckedParty[];
  /** Days of the home zone, and the instant itself. */
  today: string;
  now: Date;
  baseCurrency: string;
  /** In minor units of the base currency; null looks at no amount. */
  evidenceLimit: number | null;
};

export function findAll(facts: QualityFacts): Record<Check, Finding[]> {
  const { pairs, parties, today } = facts;
  const open = ({ status }: CheckedPair) => status === 'open';
  const withMoney = (pair: CheckedPair, ...rungs: LiveRung[]) =>
    pair.amount !== null && rungs.includes(pair.amount.rung);
  const pairsThat = (wrong: (pair: CheckedPair) => boolean): Finding[] =>
    pairs.filter(wrong).map((pair) => ({ kind: 'pair', pair }));
  return {
    ...meetingFindings(facts),
    stage_behind_meeting: pairsThat(({ stage, metIn }) => metIn !== null && isLaterStage(metIn, stage)),
    invested_without_money: pairsThat(
      (pair) => pair.status === 'invested' && !withMoney(pair, 'signed', 'paid', 'follow_on'),
    ),
    paid_while_open: pairsThat((pair) => open(pair) && withMoney(pair, 'paid', 'follow_on')),
    closed_with_amount: pairsThat(({ status, amount }) => isClosed(status) && amount !== null),
    amount_without_evidence: pairs.flatMap((pair) => evidenceFinding(pair, facts)),
    no_next_step: pairsThat(
      (pair) => open(pair) && !isLaterStage('main_session', pair.stage) && pair.nextStep === null,
    ),
    next_step_overdue: pairsThat(
      ({ status, nextStep }) => !isClosed(status) && Boolean(nextStep?.on && nextStep.on < today),
    ),
    same_startup: sameParties(parties, 'startup'),
    same_investor: sameParties(parties, 'investor'),
  };
}

type MeetingCheck = 'still_scheduled' | 'outcome_missing' | 'outcome_of_no_meeting';

function meetingFindings({ pairs, meetings, now }: QualityFacts): Record<MeetingCheck, Finding[]> {
  const byId = new Map(pairs.map((pair) => [pair.id, pair]));
  const meetingsThat = (wrong: (meeting: CheckedMeeting) => boolean): Finding[] =>
    meetings.flatMap((meeting) => {
      const pair = byId.get(meeting.pairId);
      return pair && wrong(meeting) ? [{ kind: 'meeting', pair, meeting }] : [];
    });
  return {
    still_scheduled: meetingsThat(({ state, endsAt }) => state === 'scheduled' && new Date(endsAt) < now),
    outcome_missing: meetingsThat(
      ({ state, endsAt, hasOutcome }) => state === 'held' && new Date(endsAt) < now && !hasOutcome,
    ),
    outcome_of_no_meeting: meetingsThat(
      ({ state, hasOutcome }) => hasOutcome && (state === 'cancelled' || state === 'no_show'),
    ),
  };
}

/** From the limit on. An amount in another currency is converted at the latest rate; without one the finding says so. */
function evidenceFinding(pair: CheckedPair, { evidenceLimit, baseCurrency }: QualityFacts): Finding[] {
  const { amount } = pair;
  if (evidenceLimit === null || !amount || amount.evidence || amount.minor === null || !amount.currency)
    return [];
  const { minor, currency, rate } = amount;
  if (currency === baseCurrency) return minor >= evidenceLimit ? [{ kind: 'pair', pair }] : [];
  if (!rate) return [{ kind: 'pair', pair, noRate: true }];
  const converted = convert(money(minor, currency), { base: currency, quote: baseCurrency, rate });
  return converted.minor >= BigInt(evidenceLimit) ? [{ kind: 'pair', pair }] : [];
}

/** Parties of one side that are likely one: of the same name however it is written, or of the same website. */
function sameParties(all: readonly CheckedParty[], side: CheckedParty['side']): Finding[] {
  const own = all.filter((party) => party.side === side);
  const byName = groupsOf(own, ({ name, nameEn }) => [name, nameEn].map(nameKey));
  const bySite = groupsOf(own, ({ website }) => [siteKey(website)]);
  const known = new Set(byName.map(idsOf));
  return [
    ...byName.map((parties): Finding => ({ kind: 'parties', side, by: 'name', parties })),
    ...bySite
      .filter((parties) => !known.has(idsOf(parties)))
      .map((parties): Finding => ({ kind: 'parties', side, by: 'website', parties })),
  ];
}

const idsOf = (parties: readonly CheckedParty[]) => parties.map(({ id }) => id).join();

/** Groups of at least two that share a key; each group once. */
function groupsOf(
  parties: readonly CheckedParty[],
  keysOf: (party: CheckedParty) => string[],
): CheckedParty[][] {
  const groups = new Map<string, CheckedParty[]>();
  for (const party of parties) {
    for (const key of new Set(keysOf(party).filter(Boolean)))
      groups.set(key, [...(groups.get(key) ?? []), party]);
  }
  const several = [...groups.values()].filter((group) => group.length > 1);
  return [...new Map(several.map((group) => [idsOf(group), group])).values()];
}

/** Letter by letter, without case, spaces, signs and the words that only say what kind of company it is. */
function nameKey(name: string): string {
  const bare = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(주\)|㈜|주식회사|유한회사|\b(inc|llc|ltd|corp|co)\b\.?/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return searchKey(bare);
}

/** `https://www.medipixel.example/ko` and `medipixel.example` are one place. */
function siteKey(website: string): string {
  return website
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*/s, '');
}
