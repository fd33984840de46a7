import { describe, expect, test } from 'vitest';
import { findAll, type QualityFacts } from './rules';
import type { Check, CheckedMeeting, CheckedPair, CheckedParty } from './schema';

const now = new Date('2023-05-10T03:00:00Z');
const pair = (id: string, more: Partial<CheckedPair> = {}): CheckedPair => ({
  id,
  startup: { id: 's', name: '스텝원', nameEn: 'Step One' },
  investor: { id: 'i', name: 'Harbor' },
  ...{ stage: 'video_call', status: 'open', amount: null, nextStep: null, metIn: null },
  ...more,
});
const meeting = (id: string, more: Partial<CheckedMeeting> = {}): CheckedMeeting => ({
  ...{ id, pairId: 'p', stage: 'video_call', state: 'held', hasOutcome: true },
  ...{ startsAt: '2023-05-09T01:00:00Z', endsAt: '2023-05-09T01:25:00Z' },
  ...more,
});
const party = (id: string, more: Partial<CheckedParty> = {}): CheckedParty => ({
  ...{ id, side: 'startup', name: id, nameEn: '', website: '' },
  ...more,
});
const amount = (more: Partial<NonNullable<CheckedPair['amount']>> = {}): CheckedPair['amount'] => ({
  ...{ rung: 'discussed', minor: 1_000, currency: 'KRW', evidence: null, rate: null },
  ...more,
});

/** Ids of what a check finds, groups joined by a plus. */
function found(check: Check, facts: Partial<QualityFacts>): string[] {
  const all: QualityFacts = {
    ...{ pairs: [pair('p')], meetings: [], parties: [] },
    ...{ today: '2023-05-10', now, baseCurrency: 'KRW', evidenceLimit: 1_000 },
    ...facts,
  };
  return findAll(all)[check].map((finding) =>
    finding.kind === 'pair'
      ? `${finding.pair.id}${finding.noRate ? ' no rate' : ''}`
      : finding.kind === 'meeting'
        ? finding.meeting.id
        : `${finding.by}: ${finding.parties.map(({ id }) => id).join('+')}`,
  );
}

describe('data quality', () => {
  test('finds meetings that are over and still scheduled, and none that is going on', () => {
    const meetings = [
      meeting('in', { state: 'scheduled', hasOutcome: false }),
      meeting('out', { state: 'scheduled', endsAt: '2023-05-10T03:00:00Z' }),
    ];
    expect(found('still_scheduled', { meetings })).toEqual(['in']);
    expect(found('outcome_missing', { meetings })).toEqual([]);
  });

  test('finds held meetings without outcome', () => {
    const meetings = [meeting('in', { hasOutcome: false }), meeting('out')];
    expect(found('outcome_missing', { meetings })).toEqual(['in']);
  });

  test('finds outcomes of meetings that did not take place', () => {
    const meetings = [
      ...[meeting('cancelled', { state: 'cancelled' }), meeting('absent', { state: 'no_show' })],
      ...[meeting('out', { state: 'no_show', hasOutcome: false }), meeting('held')],
    ];
    expect(found('outcome_of_no_meeting', { meetings })).toEqual(['cancelled', 'absent']);
  });

  test('finds pairs that stand before a stage in which they have met', () => {
    const pairs = [
      pair('in', { stage: 'video_call', metIn: 'main_session' }),
      pair('out', { stage: 'main_session', metIn: 'main_session' }),
      pair('further', { stage: 'follow_up', metIn: 'video_call' }),
    ];
    expect(found('stage_behind_meeting', { pairs })).toEqual(['in']);
  });

  test('finds invested pairs without signed or paid money, and paid ones that are still open', () => {
    const pairs = [
      pair('none', { status: 'invested' }),
      pair('talk', { status: 'invested', amount: amount({ rung: 'term_sheet' }) }),
      pair('signed', { status: 'invested', amount: amount({ rung: 'signed' }) }),
      pair('follow', { status: 'invested', amount: amount({ rung: 'follow_on' }) }),
      pair('open', { amount: amount({ rung: 'paid' }) }),
      pair('held', { status: 'on_hold', amount: amount({ rung: 'paid' }) }),
    ];
    expect(found('invested_without_money', { pairs })).toEqual(['none', 'talk']);
    expect(found('paid_while_open', { pairs })).toEqual(['open']);
  });

  test('finds closed pairs whose ladder was not ended', () => {
    const pairs = [
      ...[pair('passed', { status: 'passed', amount: amount() }), pair('out', { status: 'withdrawn' })],
      pair('open', { amount: amount() }),
    ];
    expect(found('closed_with_amount', { pairs })).toEqual(['passed']);
  });

  test('finds amounts without evidence from the limit on, those of other currencies at their rate', () => {
    const of = (id: string, more: Parameters<typeof amount>[0]) => pair(id, { amount: amount(more) });
    const pairs = [
      ...[of('at', { minor: 1_000 }), of('below', { minor: 999 }), of('shown', { evidence: 'contract.pdf' })],
      // 75 cents at 1,333 are 999.75 won, which is 1,000; at 1,330 they are 997.5.
      of('rounded', { minor: 75, currency: 'USD', rate: '1333' }),
      of('less', { minor: 75, currency: 'USD', rate: '1330' }),
      ...[of('unknown', { minor: 1, currency: 'EUR' }), of('unsaid', { minor: null, currency: null })],
    ];
    expect(found('amount_without_evidence', { pairs })).toEqual(['at', 'rounded', 'unknown no rate']);
    expect(found('amount_without_evidence', { pairs, evidenceLimit: null })).toEqual([]);
  });

  test('finds open pairs from the main session on that have no next step', () => {
    const pairs = [
      ...[pair('main', { stage: 'main_session' }), pair('late', { stage: 'follow_up' })],
      ...[pair('early', { stage: 'pre_meeting' }), pair('closed', { stage: 'follow_up', status: 'passed' })],
      pair('planned', { stage: 'follow_up', nextStep: { text: '자료', on: null } }),
    ];
    expect(found('no_next_step', { pairs })).toEqual(['main', 'late']);
  });

  test('finds next steps whose day is over, unless the pair is closed', () => {
    const step = (id: string, on: string | null, status: CheckedPair['status'] = 'open') =>
      pair(id, { status, nextStep: { text: '자료', on } });
    const pairs = [
      ...[step('in', '2023-05-09'), step('today', '2023-05-10'), step('undated', null)],
      ...[step('closed', '2023-05-01', 'withdrawn'), step('held', '2023-05-01', 'on_hold')],
    ];
    expect(found('next_step_overdue', { pairs })).toEqual(['in', 'held']);
  });

  test('finds parties that are likely one, on their own side only', () => {
    const parties = [
      ...[party('a', { name: '메디픽셀' }), party('b', { name: '㈜ 메디 픽셀' })],
      ...[party('c', { nameEn: 'Nuri Robotics' }), party('d', { name: 'NURI-ROBOTICS Inc.' })],
      party('e', { website: 'https://www.raon.example/ko' }),
      party('f', { website: 'http://raon.example' }),
      party('g', { side: 'investor', name: '메디픽셀' }),
      ...[party('h', { name: '메디' }), party('i'), party('j')],
    ];
    expect(found('same_startup', { parties })).toEqual(['name: a+b', 'name: c+d', 'website: e+f']);
    expect(found('same_investor', { parties })).toEqual([]);
  });
});
