import type { Answer, Failure } from '@/components/form/call';

/** The server takes this many at once, all or none. */
const AT_ONCE = 500;
const TRIES = 5;

export type SentRows<Row, Value> = {
  /** The answers, and the rows that went with them. */
  values: Value[];
  went: Row[];
  /** Rows that the server refused by their place: others changed them, or a rule holds them. */
  left: Row[];
  /** What stopped all rows of a part, if anything did. */
  failure: Failure | null;
};

type Options<Row, Value> = {
  /** The input's field that holds the rows: refusals name them by their place in it. */
  list: string;
  send: (rows: readonly Row[]) => Promise<Answer<Value>>;
  onProgress?: (done: number) => void;
};

/**
 * Sends many rows, 500 at a time. All or none is the server's rule for each part: those that it points at are left out, and
 * the others of the part are sent again. Stops where the server is not reached.
 */
export async function sendInParts<Row, Value>(
  rows: readonly Row[],
  { list, send, onProgress }: Options<Row, Value>,
): Promise<SentRows<Row, Value>> {
  const all: SentRows<Row, Value> = { values: [], went: [], left: [], failure: null };
  for (const part of partsOf(rows, AT_ONCE)) {
    const { going, left, answer } = await sendPart(part, list, send);
    all.left.push(...left);
    if (answer?.ok) {
      all.values.push(answer.value);
      all.went.push(...going);
    } else if (answer) all.failure ??= answer;
    onProgress?.(all.went.length);
    if (answer && !answer.ok && answer.failed === 'unreachable') return { ...all, failure: answer };
  }
  return all;
}

async function sendPart<Row, Value>(
  part: readonly Row[],
  list: string,
  send: Options<Row, Value>['send'],
): Promise<{ going: Row[]; left: Row[]; answer: Answer<Value> | null }> {
  let going = [...part];
  const left: Row[] = [];
  for (let round = 0; round < TRIES && going.length > 0; round += 1) {
    const answer = await send(going);
    if (answer.ok) return { going, left, answer };
    const refused = new Set(
      answer.errors.flatMap(({ field: [name, place] }) => (name === list ? Number(place) : [])),
    );
    if (refused.size === 0) return { going, left, answer };
    left.push(...going.filter((_, index) => refused.has(index)));
    going = going.filter((_, index) => !refused.has(index));
  }
  return { going: [], left: [...left, ...going], answer: null };
}

function partsOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
