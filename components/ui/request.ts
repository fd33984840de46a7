/** One field's refusal as the API words it; `pointer` is an RFC 6901 path into the sent body. */
export type ProblemError = {
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

type Options = { idempotencyKey?: string; signal?: AbortSignal };

/** Speaks to /api/v1 with the viewer's cookie. Never throws for what a network or server does. */
export async function send<T>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  { idempotencyKey, signal }: Options = {},
): Promise<Answer<T>> {
  const init: RequestInit = {
    method,
    headers: { Accept: 'application/json' },
    credentials: 'same-origin',
    cache: 'no-store',
  };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'Content-Type': 'application/json' };
  }
  if (method === 'POST')
    init.headers = { ...init.headers, 'Idempotency-Key': idempotencyKey ?? crypto.randomUUID() };
  if (signal) init.signal = signal;
  try {
    const response = await fetch(`/api/v1${path}`, init);
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as T } : { ok: false, problem: answer as Problem };
  } catch {
    return { ok: false, offline: true };
  }
}
