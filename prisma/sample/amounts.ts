import { addAmount } from '@/lib/amount/commands/add';
import { voidAmount } from '@/lib/amount/commands/void';
import type { Rung } from '@/lib/amount/rules';
import { changeStatus } from '@/lib/pair/commands/status';
import type { PairStatus, ReasonCode } from '@/lib/pair/rules/stages';
import { at, SEOUL } from './calendar';
import type { Cohort } from './cohort';
import { type Both, DISCUSSED_BY_3_MAY, type Plan } from './plan';
import type { Step } from './writer';

const EOK = 100_000_000;
const USD_MILLION = 100_000_000;

type Entry = {
  both: Both;
  rung: Rung;
  /** KRW in hundred millions, or USD in millions; none where the ladder ends. */
  krw?: number;
  usd?: number;
  on: string;
  recordedOn?: string;
  source?: 'startup' | 'officer' | 'investor' | 'evidence';
  evidence?: string;
  reason?: string;
};

function amountDeed(cohort: Cohort, entry: Entry): Step {
  const { both, rung, krw, usd, on, recordedOn = on, source = 'startup', evidence, reason } = entry;
  const money =
    krw !== undefined
      ? { minor: krw * EOK, currency: 'KRW' }
      : usd !== undefined
        ? { minor: usd * USD_MILLION, currency: 'USD' }
        : {};
  const by = source === 'startup' ? cohort.teamOf(both[0]) : cohort.officer;
  return {
    at: at(recordedOn, '16:20', SEOUL),
    write: (writer) =>
      writer.as(by, addAmount, {
        pairId: cohort.pairOf(both),
        rung,
        ...money,
        effectiveOn: on,
        source,
        ...(evidence ? { evidence } : {}),
        ...(reason ? { reason } : {}),
      }),
  };
}

export function statusStep(
  cohort: Cohort,
  both: Both,
  status: PairStatus,
  when: Date,
  reasonCode?: ReasonCode,
): Step {
  return {
    at: when,
    write: async (writer) => {
      const pairId = cohort.pairOf(both);
      const version = await writer.versionOf(cohort.officer, pairId);
      return writer.as(cohort.officer, changeStatus, {
        pairId,
        status,
        version,
        ...(reasonCode ? { reasonCode } : {}),
      });
    },
  };
}

/** The nine claims behind the figure of 3 May, and one that was entered by mistake and taken back the same day. */
function claimsBy3May(cohort: Cohort, plan: Plan): Step[] {
  const days = ['2023-04-29', '2023-04-30', '2023-05-01', '2023-05-02', '2023-05-03'];
  const claims = DISCUSSED_BY_3_MAY.flatMap(([, eok]) => eok).map((krw, n) =>
    amountDeed(cohort, {
      both: plan.early[n] as Both,
      rung: 'discussed',
      krw,
      on: days[n % days.length] as string,
    }),
  );
  const mistaken = plan.main.find(([startup]) => startup === 14) as Both;
  let amountId = '';
  const pairId = cohort.pairOf(mistaken);
  return [
    ...claims,
    {
      at: at('2023-05-02', '18:05', SEOUL),
      write: async (writer) => {
        const claim = {
          pairId,
          rung: 'discussed',
          minor: 12 * EOK,
          currency: 'KRW',
          effectiveOn: '2023-05-02',
        };
        amountId = (await writer.as(cohort.teamOf(14), addAmount, claim)).amountId;
      },
    },
    {
      at: at('2023-05-03', '11:10', SEOUL),
      write: (writer) =>
        writer.as(cohort.officer, voidAmount, {
          pairId,
          amountId,
          reason: '투자사가 금액을 말한 적이 없다고 확인',
        }),
    },
  ];
}

function laterEntries(plan: Plan): Entry[] {
  const one = (n: number) => plan.early[n] as Both;
  const two = (n: number) => plan.late[n] as Both;
  return [
    { both: one(0), rung: 'discussed', krw: 200, on: '2023-05-08', source: 'investor' },
    { both: one(0), rung: 'loi', krw: 150, on: '2023-06-12', evidence: '투자의향서.pdf' },
    { both: one(0), rung: 'term_sheet', usd: 9, on: '2023-07-20', evidence: '텀시트.pdf' },
    {
      both: one(0),
      rung: 'committee',
      usd: 9,
      on: '2023-08-30',
      source: 'officer',
      evidence: '투심 결과 통지.pdf',
    },
    {
      both: one(0),
      rung: 'signed',
      usd: 9,
      on: '2023-09-21',
      source: 'evidence',
      evidence: '계약서 사본.pdf',
    },
    { both: one(0), rung: 'paid', usd: 9, on: '2023-10-16', source: 'evidence', evidence: '입금 확인서.pdf' },
    { both: one(2), rung: 'loi', usd: 8, on: '2023-06-27', evidence: '투자의향서.pdf' },
    { both: one(2), rung: 'term_sheet', usd: 7, on: '2023-08-11', evidence: '텀시트.pdf' },
    {
      both: one(2),
      rung: 'signed',
      usd: 7,
      on: '2023-10-05',
      source: 'evidence',
      evidence: '계약서 사본.pdf',
    },
    { both: one(2), rung: 'paid', usd: 7, on: '2023-11-02', source: 'evidence', evidence: '입금 확인서.pdf' },
    {
      both: one(2),
      rung: 'follow_on',
      usd: 2,
      on: '2023-11-20',
      source: 'evidence',
      evidence: '추가 투자 확인서.pdf',
    },
    { both: one(4), rung: 'loi', krw: 60, on: '2023-07-05', evidence: '투자의향서.pdf' },
    {
      both: one(4),
      rung: 'signed',
      krw: 50,
      on: '2023-09-08',
      source: 'evidence',
      evidence: '계약서 사본.pdf',
    },
    {
      both: one(4),
      rung: 'paid',
      krw: 50,
      on: '2023-09-27',
      source: 'evidence',
      evidence: '입금 확인서.pdf',
    },
    { both: one(6), rung: 'loi', usd: 4, on: '2023-07-14', evidence: '투자의향서.pdf' },
    { both: one(6), rung: 'term_sheet', usd: 4, on: '2023-09-15', evidence: '텀시트.pdf' },
    { both: one(1), rung: 'rejected', on: '2023-06-30', source: 'officer', reason: '투심 부결' },
    {
      both: one(3),
      rung: 'on_hold',
      on: '2023-07-21',
      source: 'officer',
      reason: '임상 결과를 본 뒤 다시 논의',
    },
    { both: one(8), rung: 'loi', krw: 45, on: '2023-08-02', evidence: '투자의향서.pdf' },
    { both: one(11), rung: 'discussed', usd: 2, on: '2023-05-10', recordedOn: '2023-05-24' },
    { both: one(14), rung: 'discussed', krw: 20, on: '2023-05-16' },
    { both: one(17), rung: 'interest', krw: 10, on: '2023-05-09' },
    { both: one(20), rung: 'discussed', usd: 1, on: '2023-05-30' },
    { both: two(2), rung: 'discussed', krw: 30, on: '2023-06-08' },
    { both: two(5), rung: 'discussed', usd: 3, on: '2023-06-19' },
    { both: two(5), rung: 'loi', usd: 3, on: '2023-08-23', evidence: '투자의향서.pdf' },
    { both: two(9), rung: 'discussed', krw: 15, on: '2023-07-03', recordedOn: '2023-07-18' },
    { both: two(14), rung: 'discussed', krw: 25, on: '2023-07-25' },
  ];
}

/** Money from the first claims to the wired ones; pairs whose money arrived count as invested from that day. */
export function amountSteps(cohort: Cohort, plan: Plan): Step[] {
  const entries = laterEntries(plan);
  const invested = entries
    .filter((entry) => entry.rung === 'paid')
    .map((entry) => statusStep(cohort, entry.both, 'invested', at(entry.on, '17:00', SEOUL)));
  const ended = entries.flatMap((entry) => {
    if (entry.rung === 'rejected')
      return [statusStep(cohort, entry.both, 'passed', at(entry.on, '17:00', SEOUL), 'valuation')];
    return entry.rung === 'on_hold'
      ? [statusStep(cohort, entry.both, 'on_hold', at(entry.on, '17:00', SEOUL), 'timing')]
      : [];
  });
  return [
    ...claimsBy3May(cohort, plan),
    ...entries.map((entry) => amountDeed(cohort, entry)),
    ...invested,
    ...ended,
  ];
}

/** Pairs that must stay open for their amounts. */
export function keptOpen(plan: Plan): Both[] {
  return laterEntries(plan).map((entry) => entry.both);
}
