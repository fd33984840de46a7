import pg from 'pg';

/** One statement as it reached PostgreSQL. */
export type Statement = { text: string; values: unknown[] };

type Queryable = { text?: string; values?: unknown[] } | string;

/**
 * Runs `fn` and keeps every statement the product sent meanwhile, so that the floor can send the very same ones. Works
 * for whatever speaks through node-postgres in this process.
 */
export async function recordStatements(fn: () => Promise<unknown>): Promise<Statement[]> {
  const kept: Statement[] = [];
  const original = pg.Client.prototype.query;
  const spy = function (this: pg.Client, ...args: unknown[]): unknown {
    const [query, values] = args as [Queryable, unknown];
    if (typeof query === 'string') kept.push({ text: query, values: Array.isArray(values) ? values : [] });
    else if (query.text)
      kept.push({ text: query.text, values: query.values ?? (Array.isArray(values) ? values : []) });
    return Reflect.apply(original, this, args);
  };
  pg.Client.prototype.query = spy as typeof original;
  try {
    await fn();
  } finally {
    pg.Client.prototype.query = original;
  }
  return kept;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids that the recorded run made up itself: a replay needs fresh ones in their place. */
export function newIds(statements: readonly Statement[], isKnown: (id: string) => boolean): Set<string> {
  const inserts = statements.filter(({ text }) => /^\s*insert/i.test(text));
  const ids = inserts.flatMap(({ values }) =>
    values.filter((value): value is string => typeof value === 'string' && UUID.test(value)),
  );
  return new Set(ids.filter((id) => !isKnown(id)));
}
