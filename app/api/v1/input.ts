import { done, type Result, refuse } from '@/lib/core/result';

const BODY_LIMIT = 1_000_000;

/**
 * The operation's input: path parts under their names, beside the query string (GET) or the JSON body. A value of the path
 * is never overruled by the body. Anything but a JSON object of at most 1 MB is refused.
 */
export async function inputOf(
  request: Request,
  params: Record<string, string>,
): Promise<Result<Record<string, unknown>>> {
  const sent =
    request.method === 'GET' ? fromQuery(new URL(request.url).searchParams) : await fromBody(request);
  if (!sent.ok) return sent;
  const { program: _, ...inside } = params;
  return done({ ...sent.value, ...inside });
}

function fromQuery(query: URLSearchParams): Result<Record<string, unknown>> {
  const values: Record<string, string> = Object.create(null);
  for (const [name, value] of query) {
    if (name in values) return refuse('invalid', { field: [name] });
    values[name] = value;
  }
  return done({ ...values });
}

async function fromBody(request: Request): Promise<Result<Record<string, unknown>>> {
  const text = await textOf(request, BODY_LIMIT);
  if (text === null) return refuse('too_long', { params: { max: BODY_LIMIT } });
  if (text.trim() === '') return done({});
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null && !Array.isArray(body)
      ? done(body as Record<string, unknown>)
      : refuse('wrong_type');
  } catch {
    return refuse('not_json');
  }
}

/** The body, or null as soon as it is longer than the limit: what is too long is never held, whatever its header says. */
export async function textOf(request: Request, limit: number): Promise<string | null> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
