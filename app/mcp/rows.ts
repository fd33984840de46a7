import type { Bound } from '@/lib/platform/bound';

/** Where the records behind a number are: a tool to call with these arguments, and the page that shows them to a person. */
type Behind = {
  of: string;
  value?: unknown;
  tool: string;
  arguments: Record<string, unknown>;
  page?: string;
};

/** What narrows a reading, and so narrows its rows too. */
const NARROWS = ['asOf', 'knownOn', 'from', 'startup', 'investor', 'sector', 'owner', 'status', 'stage', 'q'];
/** Figures of each stage and step of a funnel, by the name that opens their rows. */
const OF_STAGE = { reached: 'reached', met: 'met', now: 'now', lost: 'lost' } as const;

type Given = Record<string, unknown>;
type Items = readonly Given[];

/**
 * The records behind the numbers of an answer. Of a funnel each figure by its name; of figures of pairs the list of the same
 * pairs; every other answer holds its records itself, and is found again at its own address.
 */
export function rowsBehind(operation: Bound, program: string, input: Given, answer: unknown): Behind[] {
  const noun = operation.name.split('.')[0];
  const narrowed = Object.fromEntries(Object.entries(input).filter(([key]) => NARROWS.includes(key)));
  const clocks = clocksIn(answer);
  const reading = { program, ...narrowed, ...clocks };
  if (operation.name === 'funnel.get') return figuresOf(answer as Given, reading);
  if (noun === 'funnel' && operation.name !== 'funnel.rows' && program)
    return [{ of: 'any figure by its name', ...rowsOf('<figure>', reading) }];
  if (['pair.summary', 'pair.matrix', 'pair.count_unscheduled', 'pair.facets'].includes(operation.name))
    return [
      {
        of: operation.name,
        tool: 'pair_list',
        arguments: { program, ...narrowed },
        page: `/programs/${program}/pairs`,
      },
    ];
  return [
    {
      of: operation.name,
      tool: operation.name.replaceAll('.', '_'),
      arguments: { ...(program ? { program } : {}), ...input },
    },
  ];
}

/** Each figure of a funnel that is not zero, with the call that opens its rows. */
function figuresOf(funnel: Given, reading: Given): Behind[] {
  const list = (key: string) => (funnel[key] ?? []) as Items;
  const stages = list('stages').flatMap((each) =>
    Object.entries(OF_STAGE).map(([key, kind]) => [`${kind}:${each.stage}`, each[key]] as const),
  );
  const steps = list('steps').map((each) => [`step:${each.step}`, each.pairs] as const);
  const rungs = list('amounts').map((each) => [`rung:${each.rung}`, each.totals] as const);
  const sums = list('sums').map((each) => [`sum:${each.sum}`, each.totals] as const);
  return [...stages, ...steps, ...rungs, ...sums]
    .filter(([, value]) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
    .map(([figure, value]) => ({ of: figure, value, ...rowsOf(figure, reading) }));
}

function rowsOf(figure: string, reading: Given): Pick<Behind, 'tool' | 'arguments' | 'page'> {
  const { program, ...rest } = reading;
  const query = new URLSearchParams({ figure, ...(rest as Record<string, string>) });
  return {
    tool: 'funnel_rows',
    arguments: { program, figure, ...rest },
    page: `/programs/${program}/funnel/rows?${query}`,
  };
}

function clocksIn(answer: unknown): Given {
  const { asOf, knownOn } = (typeof answer === 'object' && answer !== null ? answer : {}) as Given;
  return { ...(typeof asOf === 'string' && { asOf }), ...(typeof knownOn === 'string' && { knownOn }) };
}
