/** What of an entry's detail is told: words and figures of the trade, no identifiers, nothing typed into notes. */
const TOLD = [
  'from',
  'to',
  'stage',
  'kind',
  'side',
  'startsAt',
  'rung',
  'minor',
  'currency',
  'interest',
  'reasonCode',
  'reason',
  'visibility',
  'name',
  'role',
  'day',
  'base',
  'quote',
  'rate',
  'isAdmin',
] as const;

/** Reasons that the product writes itself, in nobody's words and in no language: see `saidReason`. */
const UNSAID = ['booked', 'undo'];

export type Fact = (typeof TOLD)[number];
export type Facts = Partial<Record<Fact, string | number | boolean>>;

/** The scalars of a detail that readers are told; everything else stays in the table. */
export function factsOf(detail: unknown): Facts {
  const facts: Facts = {};
  if (typeof detail !== 'object' || detail === null) return facts;
  for (const key of TOLD) {
    const value: unknown = Object.hasOwn(detail, key) ? Reflect.get(detail, key) : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      facts[key] = value;
    }
  }
  if (UNSAID.includes(String(facts.reason))) delete facts.reason;
  return facts;
}
