// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlTable, tabbedText } from '@/components/ui/clipboard-table';
import { pastedCells } from '@/components/ui/pasted-table';
import { type NextStepValues, nextStepValues } from '@/lib/pair/rules/edits';
import type { PairItem } from '@/lib/pair/schema';
import { pairItem } from '@/scripts/test/pair-item';
import { cellTexts } from '../cell-text';
import { COLUMN_IDS, type ColumnId } from '../table-columns';
import { withValues } from '../use-pair-edits';
import { clearCells, fillDown, pasteBlock } from './mean-block';
import { editsOf, planBlock } from './plan-block';

const kim = { id: 'kim', name: '김담당', nameEn: 'Officer Kim' };
const leeOne = { id: 'lee1', name: '이영희', nameEn: '' };
const leeTwo = { id: 'lee2', name: '이영희', nameEn: '' };
const founder = { id: 'founder', name: '박대표', nameEn: 'Founder Park' };
const people = [
  ...[kim, leeOne, leeTwo].map((person) => ({ ...person, startupId: null })),
  { ...founder, startupId: 's1' },
];
const words = { stage: String, status: String, reason: String, sector: String };
const texts = cellTexts({ locale: 'ko', zone: 'Asia/Seoul', baseCurrency: 'KRW', words });
const readers = {
  can: { move: true, edit: true, assign: true },
  texts,
  people,
  emails: new Map([['kim@office.example', 'kim']]),
};
const step = { text: 'Call', on: '2023-06-01', owner: null };
const A = pairItem({ id: 'a', investor: { id: 'ia', name: 'Alpha' }, nextStep: step, version: 3 });
const B = pairItem({ id: 'b', investor: { id: 'ib', name: 'Beta' }, version: 5 });
const other = { id: 's2', name: '다라', nameEn: 'Dara', sector: 'ai' };
const C = pairItem({ id: 'c', startup: other, investor: { id: 'ic', name: 'Gamma' }, nextStep: step });
const ALL = new Map([A, B, C].map((pair) => [pair.id, pair]));

/** What comes of texts that are pasted over columns of pairs. */
const paste = (
  block: string[][],
  columns: ColumnId[],
  pairs: PairItem[] = [A, B, C],
  more: Partial<Parameters<typeof planBlock>[2]> = {},
) => planBlock(pasteBlock(block, pairs, columns, { rows: 1, columns: 1 }).rows, ALL, { ...readers, ...more });
const reasons = (plan: ReturnType<typeof planBlock>) =>
  plan.rows.flatMap(({ refused }) => refused.map(({ reason }) => reason));
const changesOf = (plan: ReturnType<typeof planBlock>) => plan.rows.map(({ patch }) => patch.changes);

describe('a pasted cell', () => {
  it('is read as people write it: days, names in either language, e-mail addresses', () => {
    const columns: ColumnId[] = ['nextStep', 'nextStepOn', 'nextStepOwner', 'owner'];
    const plan = paste(
      [[' Send\u00a0 the deck ', '2023년 7월 3일', 'founder park', 'Kim@Office.example']],
      columns,
    );
    expect(changesOf(plan)).toEqual([
      { nextStep: 'Send the deck', nextStepOn: '2023-07-03', nextStepOwnerId: 'founder', ownerId: 'kim' },
    ]);
    expect(editsOf(plan)).toEqual([
      {
        pairId: 'a',
        version: 3,
        changes: {
          nextStep: 'Send the deck',
          nextStepOn: '2023-07-03',
          nextStepOwnerId: 'founder',
          ownerId: 'kim',
        },
        base: { nextStep: 'Call', nextStepOn: '2023-06-01', nextStepOwnerId: null, ownerId: null },
      },
    ]);
  });

  it('never guesses: two persons of a name, nobody of a name, another startup’s people, a day with two readings', () => {
    expect(reasons(paste([['이영희']], ['owner']))).toEqual(['person_twice']);
    expect(reasons(paste([['최아무개']], ['owner']))).toEqual(['person_unknown']);
    expect(reasons(paste([['박대표']], ['owner']))).toEqual(['person_unknown']);
    expect(reasons(paste([['박대표']], ['nextStepOwner'], [C]))).toEqual(['person_unknown']);
    expect(reasons(paste([['tomorrow']], ['nextStepOn']))).toEqual(['date_unread']);
    const unclear = paste([['03/05/2023']], ['nextStepOn']);
    expect([reasons(unclear), unclear.asksDayOrder]).toEqual([['date_unclear'], true]);
    const said = paste([['03/05/2023']], ['nextStepOn'], [A], { dayOrder: 'dmy' });
    expect(changesOf(said)).toEqual([{ nextStepOn: '2023-05-03' }]);
  });

  it('is refused where it is too long, cannot be read, or may not be changed by this person', () => {
    expect(reasons(paste([['x'.repeat(301)]], ['nextStep']))).toEqual(['too_long']);
    expect(changesOf(paste([['x'.repeat(300)]], ['nextStep']))).toHaveLength(1);
    expect(reasons(paste([['a\u202Eb']], ['nextStep']))).toEqual(['unreadable']);
    expect(reasons(paste([['follow_up']], ['stage']))).toEqual(['by_menu']);
    expect(reasons(paste([['5']], ['interest']))).toEqual(['locked']);
    const can = { move: true, edit: true, assign: false };
    expect(reasons(paste([['김담당']], ['owner'], [A], { can }))).toEqual(['not_yours']);
  });

  it('clears where it is blank, and what depends on a step goes with it', () => {
    expect(changesOf(paste([['']], ['nextStep']))).toEqual([{ nextStep: '', nextStepOn: '' }]);
    expect(editsOf(paste([['']], ['nextStepOn']))[0]?.changes).toEqual({ nextStepOn: null });
  });

  it('gives no date to a pair without a step, unless a step comes with it', () => {
    expect(reasons(paste([['2023-07-01']], ['nextStepOn'], [B]))).toEqual(['needs_step']);
    const both = paste([['Meet', '2023-07-01']], ['nextStep', 'nextStepOn'], [B]);
    expect([reasons(both), changesOf(both)]).toEqual([[], [{ nextStep: 'Meet', nextStepOn: '2023-07-01' }]]);
  });

  it('changes nothing of a row that names another pair', () => {
    const plan = paste([['Beta', 'Meet']], ['investor', 'nextStep'], [A]);
    expect([reasons(plan), plan.changes]).toEqual([['other_pair', 'other_pair'], 0]);
  });

  it('says the same where a spreadsheet wrote a day or a number its own way', () => {
    const amounts = [
      { rung: 'discussed' as const, minor: 1_200_000, currency: 'KRW', effectiveOn: '2023-05-03' },
    ];
    const rich = { ...A, amounts };
    const plan = planBlock(
      pasteBlock([['1,200,000', '2023. 4. 29.']], [rich], ['amount', 'since'], { rows: 1, columns: 1 }).rows,
      new Map([['a', rich]]),
      readers,
    );
    expect([plan.changes, plan.refusals]).toEqual([0, 0]);
  });
});

describe('a pasted block', () => {
  it('lands pair by pair, and what lies beyond the table is counted', () => {
    const block = pasteBlock(
      [
        ['x', 'y'],
        ['z', 'w'],
      ],
      [A],
      ['nextStep'],
      { rows: 1, columns: 1 },
    );
    expect(block).toEqual({
      rows: [{ pairId: 'a', cells: [{ column: 'nextStep', text: 'x' }] }],
      outside: 3,
    });
  });

  it('gives back every pair as it was when what was copied is pasted over it', () => {
    const text = fc.oneof(
      fc.constantFrom('=1+1', "'quoted'", '"', 'a\tb', '각'.normalize('NFD'), '👩‍👩‍👧', 'ＡＢ', '-5', '0010'),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
    );
    const values = fc.record<NextStepValues>({
      nextStep: text.map((each) => each.normalize('NFC').replace(/\s+/gu, ' ').trim() || 'x'),
      nextStepOn: fc.constantFrom('', '2023-06-01', '2024-02-29'),
      nextStepOwnerId: fc.constantFrom('', 'founder', 'kim', 'lee1'),
      ownerId: fc.constantFrom('', 'kim', 'lee2'),
    });
    const personOf = (id: string) => people.find((each) => each.id === id) ?? null;
    fc.assert(
      fc.property(fc.array(values, { minLength: 1, maxLength: 4 }), (all) => {
        const pairs = all.map((each, at) => ({ ...withValues(A, each, personOf), id: `p${at}` }));
        const copied = pairs.map((pair) => COLUMN_IDS.map((column) => texts(column, pair)));
        const cells = pastedCells({ text: tabbedText(copied), html: htmlTable(copied) });
        const { rows } = pasteBlock(cells, pairs, COLUMN_IDS, { rows: 1, columns: 1 });
        const plan = planBlock(rows, new Map(pairs.map((pair) => [pair.id, pair])), readers);
        expect([plan.changes, plan.refusals]).toEqual([0, 0]);
      }),
    );
  });
});

describe('filling down and clearing', () => {
  it('puts the very person of the first pair, also where two have that name', () => {
    const owned = { ...A, owner: leeTwo };
    const { rows } = fillDown([owned, B, C], ['owner', 'nextStep'], texts);
    const plan = planBlock(rows, ALL, readers);
    expect(changesOf(plan)).toEqual([{ ownerId: 'lee2', nextStep: 'Call' }, { ownerId: 'lee2' }]);
  });

  it('tells two persons of one name apart, which their texts do not', () => {
    const taken = { ...B, owner: leeOne };
    const { rows } = fillDown([{ ...A, owner: leeTwo }, taken], ['owner'], texts);
    expect(changesOf(planBlock(rows, new Map([['b', taken]]), readers))).toEqual([{ ownerId: 'lee2' }]);
  });

  it('does not put the people of one startup to another', () => {
    const planned = { ...A, nextStep: { ...step, owner: founder } };
    const { rows } = fillDown([planned, B, C], ['nextStepOwner'], texts);
    expect(reasons(planBlock(rows, ALL, readers))).toEqual(['needs_step', 'person_unknown']);
  });

  it('clears what can be cleared and names what cannot', () => {
    const plan = planBlock(clearCells([A, B], ['nextStep', 'stage']).rows, ALL, readers);
    expect([plan.changes, reasons(plan)]).toEqual([2, ['by_menu', 'by_menu']]);
    expect(nextStepValues(A).nextStep).toBe('Call');
  });
});
