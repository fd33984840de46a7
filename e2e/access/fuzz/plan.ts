import fc from 'fast-check';
import { HOSTILE, HOSTILE_BODIES, HOSTILE_HEADERS, HOSTILE_PARTS, HOSTILE_QUERIES } from './hostile';

export const ASKERS = ['admin', 'officer', 'manager', 'startup', 'rival', 'stranger'] as const;
export type Asker = (typeof ASKERS)[number];
/** Whose ids a request names: one's own startup's, the rival's, another program's, or nobody's. */
type Whose = 'mine' | 'theirs' | 'foreign' | 'nothing';

/** One change of an input that was right. `at` picks the field, modulo how many there are. */
export type Bend = { at: number; how: 'replace' | 'remove' | 'add'; value: unknown };

export type Plan = {
  who: Asker;
  whose: Whose;
  bends: Bend[];
  header: Record<string, string> | null;
  part: { at: number; value: string } | null;
  body: string | null;
  query: string | null;
  /** Asks by another method than the operation's own. */
  method: string | null;
};

const hostile = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map(String) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const bend: fc.Arbitrary<Bend> = fc.record({
  at: fc.nat(1000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'replace', 'remove', 'add'),
  value: hostile,
});
const rarely = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary }, { weight: 19, arbitrary: fc.constant(null) });

const plan: fc.Arbitrary<Plan> = fc.record({
  who: fc.constantFrom(...ASKERS, 'admin', 'officer', 'officer', 'startup'),
  whose: fc.constantFrom('mine', 'mine', 'mine', 'theirs', 'foreign', 'nothing'),
  bends: fc.oneof(
    { weight: 2, arbitrary: fc.constant<Bend[]>([]) },
    { weight: 4, arbitrary: fc.array(bend, { minLength: 1, maxLength: 1 }) },
    { weight: 2, arbitrary: fc.array(bend, { minLength: 2, maxLength: 3 }) },
  ),
  header: rarely(fc.constantFrom(...HOSTILE_HEADERS)),
  part: rarely(fc.record({ at: fc.nat(10), value: fc.constantFrom(...HOSTILE_PARTS) })),
  body: rarely(fc.constantFrom(...HOSTILE_BODIES)),
  query: rarely(fc.constantFrom(...HOSTILE_QUERIES)),
  method: rarely(fc.constantFrom('HEAD', 'OPTIONS', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE')),
});

/** The same seed gives the same plans. */
export function plansOf(seed: number, count: number): Plan[] {
  return fc.sample(plan, { seed, numRuns: count });
}
