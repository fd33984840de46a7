/**
 * What investors ask, as chips of one tap: kept as these keys so that both languages read them. Other words go in as
 * they were typed.
 */
export const ASKED_TOPICS = [
  'demo',
  'revenue',
  'patents',
  'team',
  'us_entity',
  'clinical',
  'customers',
  'price',
  'valuation',
  'competition',
  'regulation',
  'timeline',
] as const;
type AskedTopic = (typeof ASKED_TOPICS)[number];

export function isAskedTopic(text: string): text is AskedTopic {
  return (ASKED_TOPICS as readonly string[]).includes(text);
}

/** What is to be done next with a pair, and by when (YYYY-MM-DD). */
export type NextStep = { text: string | null; on: string | null };
/**
 * What one outcome said of it; `seq` is the order in which outcomes were written down, `metAt` when the meeting began.
 * `fellThrough`: the meeting was marked as missed or called off since.
 */
export type LoggedStep = NextStep & { metAt: Date; seq: bigint | number; fellThrough: boolean };

const saysNothing = ({ text, on }: NextStep) => text === null && on === null;
const isSame = (a: NextStep, b: NextStep) => a.text === b.text && a.on === b.on;

/**
 * Whether a meeting's outcome says what comes next: the meetings' order decides, not the order of writing down. A meeting
 * that fell through stands in nobody's way.
 */
export function decidesStep(log: readonly LoggedStep[], metAt: Date): boolean {
  return log.every((logged) => logged.fellThrough || saysNothing(logged) || logged.metAt <= metAt);
}

/** A new step without a date has none: the old date belonged to the old step. */
export function stepAfter(before: NextStep, said: NextStep): NextStep {
  return saysNothing(said) ? before : { text: said.text ?? before.text, on: said.on };
}

/** The step that the outcomes make, without what people wrote into the pair by hand. */
function stepOfOutcomes(log: readonly LoggedStep[]): NextStep {
  const written = log.toSorted((a, b) => (a.seq < b.seq ? -1 : 1));
  return written.reduce<NextStep>(
    (step, said, n) => (decidesStep(written.slice(0, n), said.metAt) ? stepAfter(step, said) : step),
    { text: null, on: null },
  );
}

/**
 * Whether saying this next would replace what somebody wrote and the writer has not seen: a step other than the one the
 * writer saw, or, where the request does not say what was seen, one that was written by hand.
 */
export function overwritesUnseen(
  said: NextStep,
  seen: NextStep | undefined,
  current: NextStep,
  log: readonly LoggedStep[],
): boolean {
  if (saysNothing(said) || saysNothing(current) || isSame(current, stepAfter(current, said))) return false;
  return !isSame(current, seen ?? stepOfOutcomes(log));
}
