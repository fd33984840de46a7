import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, parseDay } from '@/lib/core/days';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import {
  ENDINGS,
  LADDER,
  ladderOf,
  liveAmount,
  logAt,
  type NewAmount,
  RUNGS,
  type Rung,
  refusalsOfAmount,
  rungsOf,
  SOURCES,
  type Source,
  SUMS,
} from './rules';

const day = (text: string) => parseDay(text) as Day;
let seq = 0;
function entry(rung: Rung, effectiveOn: string, more: { voided?: boolean; source?: Source } = {}) {
  seq += 1;
  return { id: seq, seq, rung, effectiveOn, voided: false, source: 'startup' as Source, ...more };
}

describe('the ladder', () => {
  it('stands in the order of the trade, with the two endings above it', () => {
    expect(RUNGS.map((rung) => LADDER[rung].order)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(RUNGS.slice(8)).toEqual([...ENDINGS]);
  });

  it('counts letter of intent, term sheet and committee as intended, and every rung in one sum at most', () => {
    expect(rungsOf('intended')).toEqual(['loi', 'term_sheet', 'committee']);
    expect(rungsOf('follow_on')).toEqual(['follow_on']);
    const counted = SUMS.flatMap((sum) => rungsOf(sum));
    expect(counted).toEqual(LIVE_RUNGS.filter((rung) => rung !== 'interest'));
  });
});

describe('liveAmount', () => {
  it('is the highest rung, though a lower one was written down later', () => {
    const loi = entry('loi', '2023-05-01');
    expect(liveAmount([loi, entry('discussed', '2023-05-20')])).toBe(loi);
  });

  it('is the latest entry of that rung, and of one day the one written down last', () => {
    const first = entry('loi', '2023-05-01');
    const second = entry('loi', '2023-05-01');
    expect(liveAmount([second, first])).toBe(second);
    expect(liveAmount([second, first, entry('loi', '2023-04-01')])).toBe(second);
  });

  it('is none after a no or a hold, and begins anew with the next entry', () => {
    const log = [entry('signed', '2023-05-01'), entry('rejected', '2023-06-01')];
    expect(liveAmount(log)).toBeNull();
    const anew = entry('discussed', '2023-07-01');
    expect(liveAmount([...log, anew])).toBe(anew);
  });

  it('leaves voided entries and those after the day aside, a voided no included', () => {
    const paid = entry('paid', '2023-05-01', { voided: true });
    const discussed = entry('discussed', '2023-04-01');
    const later = entry('loi', '2023-06-01');
    const no = entry('rejected', '2023-05-15', { voided: true });
    expect(liveAmount([paid, discussed, later, no], day('2023-05-31'))).toBe(discussed);
    expect(liveAmount([paid, discussed, later, no], day('2023-06-01'))).toBe(later);
  });

  it('T37 equals a recount that tries every entry, on random logs in any order', () => {
    const anyLog = fc.array(
      fc.record({
        rung: fc.constantFrom(...RUNGS),
        effectiveOn: fc.constantFrom('2023-05-01', '2023-05-02', '2023-05-03', '2023-05-04'),
        voided: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyLog, fc.constantFrom('2023-05-02', '2023-05-04'), (rows, on) => {
        const log = rows.map((row, at) => ({ ...row, seq: at }));
        const isAfter = (a: (typeof log)[number], b: (typeof log)[number]) =>
          a.effectiveOn > b.effectiveOn || (a.effectiveOn === b.effectiveOn && a.seq > b.seq);
        const known = log.filter((e) => !e.voided && e.effectiveOn <= on);
        const stands = (e: (typeof log)[number]) =>
          LADDER[e.rung].order < 8 &&
          known.every((other) => LADDER[other.rung].order < 8 || isAfter(e, other)) &&
          known.every(
            (other) =>
              other === e ||
              LADDER[other.rung].order > 7 ||
              known.some((no) => LADDER[no.rung].order > 7 && isAfter(no, other)) ||
              LADDER[other.rung].order < LADDER[e.rung].order ||
              (other.rung === e.rung && isAfter(e, other)),
          );
        expect(liveAmount([...log].reverse(), day(on))).toBe(known.find(stands) ?? null);
      }),
    );
  });
});

describe('ladderOf', () => {
  it("keeps a startup's claim and an investor's own word of one rung side by side, the newest first", () => {
    const claim = entry('discussed', '2023-04-29', { source: 'startup' });
    const older = entry('discussed', '2023-04-01', { source: 'investor' });
    const word = entry('discussed', '2023-05-08', { source: 'investor' });
    const { live, rungs } = ladderOf([claim, older, word]);
    expect(live).toBe(word);
    expect(rungs.at(-2)).toEqual({ rung: 'discussed', said: [word, claim] });
    expect(rungs[0]).toEqual({ rung: 'follow_on', said: [] });
  });

  it('says which entry ended it while nothing has been said since', () => {
    const no = entry('rejected', '2023-06-01');
    const log = [entry('loi', '2023-05-01'), no];
    expect(ladderOf(log).ended).toBe(no);
    expect(ladderOf(log).rungs.flatMap(({ said }) => said)).toEqual([]);
    expect(ladderOf([...log, entry('interest', '2023-06-02')]).ended).toBeNull();
  });
});

describe('logAt', () => {
  const written = (effectiveOn: string, recordedAt: string, voidedAt: string | null = null) => ({
    ...entry('discussed', effectiveOn, { voided: voidedAt !== null }),
    recordedAt,
    voidedAt,
  });
  const early = written('2023-05-01', '2023-05-01T03:00:00Z', '2023-05-20T03:00:00Z');
  const late = written('2023-05-02', '2023-05-10T03:00:00Z');
  const after = written('2023-05-04', '2023-05-04T03:00:00Z');
  const log = [early, late, after];

  it('as of a day leaves out what happened later, and counts today what is void today', () => {
    const then = logAt(log, day('2023-05-03'), null);
    expect(then.map(({ id, voided }) => [id, voided])).toEqual([
      [early.id, true],
      [late.id, false],
    ]);
  });

  it('as known on a day leaves out what was written down later, the void too', () => {
    const then = logAt(log, day('2023-05-03'), new Date('2023-05-04T00:00:00Z'));
    expect(then.map(({ id, voided }) => [id, voided])).toEqual([[early.id, false]]);
  });
});

describe('refusalsOfAmount', () => {
  const asked = (more: Partial<NewAmount>): NewAmount => ({
    rung: 'discussed',
    minor: 21_000_000_000,
    currency: 'KRW',
    effectiveOn: day('2023-05-03'),
    source: SOURCES[0],
    today: day('2023-05-03'),
    ...more,
  });
  const reasons = (more: Partial<NewAmount>) => refusalsOfAmount(asked(more)).map(({ reason }) => reason);
  const noMoney = { minor: undefined, currency: undefined };

  it('lets a discussed amount of today stand without more', () => {
    expect(reasons({})).toEqual([]);
    expect(reasons({ minor: 10_000_000 })).toEqual([]);
  });

  it('refuses a day that has not come', () => {
    expect(reasons({ effectiveOn: day('2023-05-04') })).toEqual(['in_the_future']);
  });

  it('wants money with its currency on a rung, lets interest do without, and allows none for a no', () => {
    expect(reasons(noMoney)).toEqual(['money_required']);
    expect(reasons({ currency: undefined })).toEqual(['money_required']);
    expect(reasons({ rung: 'interest', ...noMoney })).toEqual([]);
    expect(reasons({ rung: 'interest', currency: undefined })).toEqual(['money_required']);
    expect(reasons({ rung: 'rejected', reason: '조건 불일치' })).toEqual(['no_money_here']);
    for (const half of [{ minor: undefined }, { currency: undefined }])
      expect(reasons({ rung: 'rejected', reason: '조건 불일치', ...half })).toEqual(['no_money_here']);
    expect(reasons({ rung: 'rejected', ...noMoney, reason: '조건 불일치' })).toEqual([]);
  });

  it('wants a reason for a no and for a hold', () => {
    expect(reasons({ rung: 'rejected', ...noMoney })).toEqual(['reason_required']);
    expect(reasons({ rung: 'on_hold', ...noMoney })).toEqual(['reason_required']);
  });

  it('wants evidence from the term sheet up, or the reason why there is none', () => {
    expect(reasons({ rung: 'loi' })).toEqual([]);
    expect(reasons({ rung: 'term_sheet' })).toEqual(['evidence_missing']);
    expect(reasons({ rung: 'paid', reason: '서류는 다음 주' })).toEqual([]);
    expect(reasons({ rung: 'paid', evidence: '입금 확인서.pdf' })).toEqual([]);
  });

  it('wants the evidence named where the evidence is what says so', () => {
    expect(reasons({ source: 'evidence' })).toEqual(['evidence_named']);
    expect(reasons({ source: 'evidence', reason: '나중에' })).toEqual(['evidence_named']);
  });
});
