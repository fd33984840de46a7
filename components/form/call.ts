import { signInAgain } from '@/components/ui/sign-in-again';
import type { ErrorCode } from '@/lib/core/errors';
import type { Operation } from '@/lib/core/operation';
import type { StepProgress } from '@/lib/core/progress';
import type { FieldError } from '@/lib/core/result';

/**
 * What came of an operation. `errors`: refusals in the reader's words, each at its field. `failed`: the code of what should
 * not have happened; `unreachable` where no answer came, and what was sent may or may not have arrived. `current`: the
 * record as it stands now, after a stale write.
 */
export type Failure = {
  ok: false;
  errors: FieldError[];
  failed?: ErrorCode | 'unreachable' | undefined;
  current?: unknown;
};
export type Answer<T> = { ok: true; value: T } | Failure;

/** Refused because somebody has changed the record since it was read. */
export function isStale({ errors }: Pick<Failure, 'errors'>): boolean {
  return errors.some(({ reason }) => reason === 'stale');
}

export type CallOptions = {
  /** The program in the address, for an operation inside one. */
  program?: string | undefined;
  /** The same key again gives the first answer and changes nothing twice. */
  key?: string;
  signal?: AbortSignal;
  /** Milliseconds after which a server that says nothing counts as not reached. */
  patience?: number;
  /** False where a reader who is signed out is told in another way than by being asked to sign in. */
  asksToSignIn?: boolean;
  /** Only under the sign-in of this person; another one's counts as none. */
  person?: string;
  /** False where a change whose answer is lost is sent again by the caller. */
  repeats?: boolean;
  /** Hears how far a long change is: of the sending of a file, and of what the server does with it. */
  onProgress?: (progress: StepProgress) => void;
};

const PATIENCE_MS = 30_000;
/** The server says how far it is with what takes longer. */
const LONG_PATIENCE_MS = 180_000;
const PAUSE_MS = 1_000;

/**
 * Runs one operation with the viewer's cookie and always comes back: never throws for what a network or server does. A
 * change whose answer is lost goes out once more under the same key. When the sign-in has ended, the person is asked to
 * sign in, and the same request goes out again.
 */
export async function call<In, Out>(
  operation: Operation<In, Out>,
  input: In,
  {
    program,
    key = crypto.randomUUID(),
    signal,
    patience,
    asksToSignIn = true,
    person,
    onProgress,
    repeats = operation.method !== 'GET' && !onProgress,
  }: CallOptions = {},
): Promise<Answer<Out>> {
  const isRead = operation.method === 'GET';
  const inProgram = program !== undefined && operation.path.includes('{program}');
  const { path, init } = requestOf(operation, { ...input, ...(inProgram ? { program } : {}) }, key);
  const headers = { ...init.headers, ...(person ? { 'Roundtable-Person': person } : {}) };
  const send = () =>
    onProgress
      ? sendWatched<Out>(path, { ...init, headers }, { signal, onProgress, patience })
      : answerOf<Out>(
          path,
          { ...init, headers, signal: withPatience(patience ?? PATIENCE_MS, signal) },
          signal,
        );
  let isSecondTry = false;
  for (;;) {
    const answer = await send();
    if (answer.ok || signal?.aborted) return answer;
    if (answer.failed === 'unreachable' && repeats && !isSecondTry) {
      isSecondTry = true;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      continue;
    }
    if (answer.failed !== 'signed_out' || !asksToSignIn) return answer;
    if (!(await signInAgain({ isRead }))) return answer;
  }
}

/** Parts of the path are taken from the input; the rest is the query of a read, the JSON body or the form of a change. */
function requestOf(
  { method, path, takesFile }: Operation,
  input: object,
  key: string,
): { path: string; init: Sent } {
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest.get(name);
    rest.delete(name);
    return encodeURIComponent(String(value ?? ''));
  });
  const isRead = method === 'GET';
  const query = isRead
    ? `${new URLSearchParams([...rest].map(([name, value]) => [name, String(value)]))}`
    : '';
  return {
    path: `/api/v1${filled}${query ? `?${query}` : ''}`,
    init: {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json',
        ...(isRead ? {} : { 'Idempotency-Key': key }),
        // Of parts the browser says the type itself, with the line between them.
        ...(isRead || takesFile ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(isRead ? {} : { body: takesFile ? formOf(rest) : JSON.stringify(Object.fromEntries(rest)) }),
    },
  };
}

/** A file as it is, everything else as the server reads it from a part: text, or JSON. */
function formOf(values: ReadonlyMap<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of values) {
    if (value instanceof Blob) form.append(name, value);
    else form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

type Sent = Omit<RequestInit, 'headers' | 'body'> & {
  method: string;
  headers: Record<string, string>;
  body?: string | FormData;
};

type Watching = {
  signal?: AbortSignal | undefined;
  patience?: number | undefined;
  onProgress: (progress: StepProgress) => void;
};

/**
 * The one request that tells how much of it has gone out, which `fetch` does not, and how far the server is: its answer is
 * then the last of several lines.
 */
function sendWatched<T>(
  path: string,
  { method, headers, body }: Sent,
  { signal, onProgress, patience = LONG_PATIENCE_MS }: Watching,
): Promise<Answer<T>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let read = 0;
    const lines = () => {
      const whole = request.responseText.slice(read, request.responseText.lastIndexOf('\n') + 1);
      read += whole.length;
      return whole
        .split('\n')
        .filter(Boolean)
        .map((line): Line => JSON.parse(line));
    };
    const isInLines = () => request.getResponseHeader('Content-Type') === LINES;
    let last: Line | undefined;
    const listen = () => {
      for (const line of lines()) {
        if (line.progress) onProgress(line.progress);
        last = line;
      }
    };
    const unreached = () =>
      resolve({ ok: false, errors: [], ...(signal?.aborted ? {} : { failed: 'unreachable' as const }) });
    request.open(method, path);
    for (const [name, value] of Object.entries({ ...headers, Accept: `${LINES}, application/json` }))
      request.setRequestHeader(name, value);
    request.timeout = patience;
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ step: 'upload', done: loaded, of: total });
    request.onprogress = () => isInLines() && listen();
    request.onload = () => {
      try {
        if (isInLines()) listen();
        const { status, body } = isInLines()
          ? { status: last?.status ?? 500, body: last?.body }
          : { status: request.status, body: JSON.parse(request.responseText) as unknown };
        resolve(status < 400 ? { ok: true, value: body as T } : failureOf((body ?? {}) as Problem));
      } catch {
        unreached();
      }
    };
    request.onerror = unreached;
    request.ontimeout = unreached;
    request.onabort = unreached;
    signal?.addEventListener('abort', () => request.abort());
    if (signal?.aborted) unreached();
    else request.send(body ?? null);
  });
}

const LINES = 'application/x-ndjson';
type Line = { progress?: StepProgress; status?: number; body?: unknown };

type Problem = {
  code?: string;
  detail?: string;
  errors?: { pointer: string; reason: string; message: string }[];
  current?: unknown;
};

async function answerOf<T>(path: string, init: RequestInit, signal?: AbortSignal): Promise<Answer<T>> {
  try {
    const response = await fetch(path, init);
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as T } : failureOf(answer as Problem);
  } catch {
    // Whoever gave up waits for no answer; all else is a network that did not carry one.
    return { ok: false, errors: [], ...(signal?.aborted ? {} : { failed: 'unreachable' }) };
  }
}

/** An RFC 9457 problem as forms read it. How long to wait is told like a refusal, in the server's own words. */
export function failureOf({ code = 'internal', detail, errors = [], current }: Problem): Failure {
  const refusals = errors.map(({ pointer, reason, message }) => ({
    reason,
    message,
    field: pointer
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~')),
  }));
  if (code === 'too_many' && detail) refusals.push({ reason: code, message: detail, field: [] });
  return {
    ok: false,
    errors: refusals,
    ...(refusals.length > 0 ? {} : { failed: code as ErrorCode }),
    ...(current === undefined ? {} : { current }),
  };
}

function withPatience(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}
