import { beforeAll, describe, expect, it } from 'vitest';
import { FAMILIES, makeInstance } from '@/scripts/bench/timetable/families';
import { solve } from '../solve';
import { checkSolverAnswer, type SolverAnswer } from './check-answer';

const instance = makeInstance(FAMILIES.s15k8, 2);
let answer: SolverAnswer;
beforeAll(() => {
  answer = solve(instance, { iterations: 50_000 });
});

const wrongWith = (change: (tampered: SolverAnswer) => void) => {
  const tampered = structuredClone(answer);
  change(tampered);
  return checkSolverAnswer(instance, tampered).wrong.join(' ');
};
const weightProof = ({ certificate }: SolverAnswer) => {
  const proof = certificate.proofs.find(({ level }) => level === 'weight');
  if (!proof) throw new Error('There is no proof to tamper with.');
  return proof;
};

describe('the check of an answer', () => {
  it('accepts an answer as it came', () => {
    expect(answer.proved).toBe(true);
    expect(checkSolverAnswer(instance, answer)).toEqual({ wrong: [], onTrust: [] });
  });

  it('refuses a figure that is not so', () => {
    expect(wrongWith((each) => each.weight++)).toContain('It says weight');
    expect(wrongWith((each) => each.placed--)).toContain('It says placed');
    expect(
      wrongWith((each) => {
        for (const level of each.levels ?? []) level.value++;
      }),
    ).toContain('It says breaks');
  });

  it('refuses a timetable that cannot be', () => {
    expect(
      wrongWith((each) => each.meetings.push(each.meetings[0] as SolverAnswer['meetings'][0])),
    ).toContain('twice');
    expect(
      wrongWith((each) => {
        (each.meetings[0] as SolverAnswer['meetings'][0])[2] = instance.slots;
      }),
    ).toContain('outside');
    expect(wrongWith((each) => each.tables?.fill(0))).toContain('this table is taken');
  });

  it('refuses a bound below what the certificate proves', () => {
    expect(wrongWith((each) => each.bound--)).toContain('its certificate proves');
    const cheap = wrongWith((each) => {
      const { prices } = weightProof(each);
      prices.startups = prices.startups.map(() => 0);
      prices.investors = prices.investors.map(() => 0);
    });
    expect(cheap).toContain('its certificate proves');
    expect(wrongWith((each) => weightProof(each).prices.startupTables.fill(-5))).toContain('negative price');
    expect(
      wrongWith((each) => {
        each.certificate.proofs = [];
      }),
    ).toContain('its certificate proves');
  });

  it('tells what rests on the word of an engine', () => {
    const trusted = structuredClone(answer);
    trusted.certificate = { proofs: [], searched: [{ level: 'weight', bound: answer.bound }] };
    expect(checkSolverAnswer(instance, trusted)).toEqual({ wrong: [], onTrust: ['weight'] });
  });
});
