'use client';

import { type FormEvent, useState } from 'react';
import { type Answer, type Failure, failureOf } from '@/components/form/call';
import { useFailureText } from '@/components/form/failure-words';
import type { FieldError } from '@/lib/core/result';

const PATIENCE_MS = 30_000;

/** Tells whoever offers a passkey that another way is being taken, and when it let nobody in. */
const otherWay = new EventTarget();

/** Calls back while the caller is there; gives what ends it. */
export function onOtherWay(taken: () => void, failed: () => void): () => void {
  const gone = new AbortController();
  otherWay.addEventListener('taken', taken, { signal: gone.signal });
  otherWay.addEventListener('failed', failed, { signal: gone.signal });
  return () => gone.abort();
}

/** Signs in, or goes to a provider, by another way than a passkey: what is offered meanwhile is taken back. */
export async function authCall(
  path: string,
  fields: Record<string, string>,
): Promise<Answer<{ url: string }>> {
  otherWay.dispatchEvent(new Event('taken'));
  const answer = await sendToAuth(path, fields);
  if (!answer.ok) otherWay.dispatchEvent(new Event('failed'));
  return answer;
}

/**
 * Asks next-auth at /api/auth and always comes back: never throws for what a network or server does. `url` is where to go on.
 * The token of a form is fetched anew, so that one that has grown old in an open tab stands in nobody's way.
 */
export async function sendToAuth(
  path: string,
  fields: Record<string, string>,
): Promise<Answer<{ url: string }>> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const token = await fetch('/api/auth/csrf', { cache: 'no-store', signal });
    const { csrfToken } = (await token.json()) as { csrfToken: string };
    const response = await fetch(`/api/auth/${path}`, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams({ ...fields, csrfToken }),
      signal,
    });
    const answer: unknown = await response.json();
    return response.ok ? { ok: true, value: answer as { url: string } } : failureOf(answer as object);
  } catch {
    return { ok: false, errors: [], failed: 'unreachable' };
  }
}

/**
 * A form of somebody who is not signed in. It works before any script, and its page is then told the first problem; with it,
 * what was typed stays. Spread `props` on the form and put `<AuthFields>` into it.
 */
export function useAuthForm(path: string, first: FieldError | null = null) {
  const [failure, setFailure] = useState<Pick<Failure, 'errors' | 'failed'>>({
    errors: first ? [first] : [],
  });
  const [isBusy, setIsBusy] = useState(false);
  const textOf = useFailureText();
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const fields = [...new FormData(event.currentTarget, submitter)];
    setIsBusy(true);
    const answer = await authCall(
      path,
      Object.fromEntries(fields.map(([name, value]) => [name, String(value)])),
    );
    // Busy until the next page is there.
    if (answer.ok) return window.location.assign(answer.value.url);
    setFailure(answer);
    setIsBusy(false);
  };
  const { errors, failed } = failure;
  const elsewhere = failed
    ? [{ reason: failed, field: [], message: textOf({ errors: [], failed }) }]
    : errors;
  return {
    isBusy,
    props: { action: `/api/auth/${path}`, method: 'post', onSubmit },
    errorAt: (field: string) => errors.find((error) => error.field[0] === field)?.message,
    /** What stands at none of these fields, as a list above the form shows it. */
    problems: (...fields: string[]) =>
      elsewhere
        .filter((error) => !fields.includes(String(error.field[0])))
        .map(({ message }) => ({ key: message, text: message })),
  };
}

export type AuthFieldsProps = { csrf: string; next?: string };

/** What a form says for itself before any script: the token of its cookie, and where to go on. */
export function AuthFields({ csrf, next }: AuthFieldsProps) {
  return (
    <>
      <input type="hidden" name="csrfToken" value={csrf} />
      {next && <input type="hidden" name="callbackUrl" value={next} />}
    </>
  );
}
