import { describe, expect, it } from 'vitest';
import { openApiOf } from './openapi';
import { OPERATIONS, PUBLIC_OPERATIONS } from './operations';

type Schema = {
  type?: string;
  items?: Schema;
  maxItems?: number;
  properties?: Record<string, Schema>;
};
type Said = {
  operationId: string;
  parameters: { name: string }[];
  responses: Record<string, { content: Record<string, { schema: Schema }> }>;
};

const { paths } = openApiOf(OPERATIONS, PUBLIC_OPERATIONS) as { paths: Record<string, { get?: Said }> };

/** What bounds the lists that are neither paged nor said to hold so many at most. */
const BOUNDED_BY: Readonly<Record<string, string>> = {
  'pair.matrix': 'one row for each startup: a grid that is read whole',
  'timetable.blackouts': 'one row for each party: a grid that is read whole',
  'timetable.compare': 'the meetings that two timetables of one stage place differently',
  'funnel.across': 'one item for each program of the reader, whose sums are totals of all',
};

/** The lists that an operation answers: the answer itself, or its `items` or `rows`. */
function listsOf({ responses }: Said): Schema[] {
  const schema = responses['200']?.content['application/json']?.schema;
  const { items, rows } = schema?.properties ?? {};
  return [schema, items, rows].filter((each) => each?.type === 'array') as Schema[];
}

const isPaged = ({ parameters, responses }: Said) =>
  parameters.some(({ name }) => name === 'cursor') &&
  'nextCursor' in (responses['200']?.content['application/json']?.schema.properties ?? {});

const lists = Object.values(paths).flatMap(({ get }) => (get && listsOf(get).length > 0 ? [get] : []));

describe('the lists of the API', () => {
  it('are paged, or say how many they hold at most', () => {
    const unbounded = lists.filter(
      (said) => !isPaged(said) && listsOf(said).some(({ maxItems }) => maxItems === undefined),
    );
    expect(unbounded.map(({ operationId }) => operationId)).toEqual(Object.keys(BOUNDED_BY));
  });

  it('are those that grow: paged ones among them', () => {
    const names = lists.map(({ operationId }) => operationId);
    expect(names).toEqual(expect.arrayContaining(['search.find', 'report.list', 'pair.timeline']));
    const paged = lists.filter(isPaged).map(({ operationId }) => operationId);
    expect(paged).toEqual(
      expect.arrayContaining([
        ...['pair.list', 'meeting.list', 'startup.list', 'investor.list', 'audit.list', 'person.list'],
        ...['timetable.wishes', 'funnel.rows', 'person.list_members', 'program.list', 'program.list_slots'],
        ...['program.list_fx_rates', 'webhook.deliveries', 'match.suggestions', 'import.rows'],
      ]),
    );
  });
});
