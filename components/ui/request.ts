import { signInAgain } from './sign-in-again';

/** One field's refusal as the API words it; `pointer` is an RFC 6901 path into the sent body. */
type ProblemError = {
  pointer: string;
  reason: string;
  message: string;
  params?: Record<string, string | number>;
};
export type Problem = {
  title: string;
  detail: string;
  status: number;
  code: string;
  errors?: ProblemError[];
  current?: unknown;
};

/** `offline`: the server was not reached, and what was sent may or may not have arrived: resend with the same key. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; problem: Problem }
  | { ok: false; offline: true };

type Options = {
  idempotencyKey?: string;
  signal?: AbortSignal;
  /** Milliseconds after which a server that says nothing counts as not reached. */
  patience?: number;
  /** False where a reader who is signed out is told in another way than by being asked to sign in. */
  asksToSignIn?: boolean;
};

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

const PATIENCE_MS = 30_000;

/**
 * Speaks to /api/v1 with the viewer's cookie. Never throws for what a network or server does. When the sign-in has ended
 * the person is asked to sign in, and the same request goes out again with the same key.
 */
export async function send<T>(
  method: Method,
  path: string,
  body?: unknown,
  { idempotencyKey, signal, patience = PATIENCE_MS, asksToSignIn = true }: Options = {},
): Promise<Answer<T>> {
  const init = requestOf(method, body, idempotencyKey);
  for (;;) {
    const answer = await answerOf<T>(path, { ...init, signal: withPatience(patience, signal) });
    const isSignedOut = 'problem' in answer && answer.problem.status === 401;
    if (!isSignedOut || !asksToSignIn || signal?.aborted) return answer;
    if (!(await signInAgain({ isRead: method === 'GET' }))) return answer;
  }
}

function requestOf(method: Method, body: unknown, idempotencyKey = crypto.randomUUID()): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(method === 'POST' ? { 'Idempotency-Key': idempotencyKey } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  };
}

async function answerOf<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/v1${path}`, init);
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as T } : { ok: false, problem: answer as Problem };
  } catch {
    return { ok: false, offline: true };
  }
}

function withPatience(milliseconds: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(milliseconds);
  return signal ? AbortSignal.any([signal, limit]) : limit;
}
