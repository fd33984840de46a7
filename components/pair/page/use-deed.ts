'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { ActionResult } from '@/lib/platform/action';
import type { FieldError } from '@/lib/platform/explain';

/** What came of a deed that was refused: sentences at fields, or the code of what went wrong. */
export type Said = { errors: readonly FieldError[]; failed: string | null };

const NOTHING: Said = { errors: [], failed: null };

/**
 * Runs a server action: busy meanwhile, its refusals kept for the form, a lost connection told like a failure. What is
 * stale is read anew, so that the next press goes by what the reader then sees.
 */
export function useDeed<T>(deed: (input: unknown, idempotencyKey: string) => Promise<ActionResult<T>>) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said>(NOTHING);
  const router = useRouter();
  // The same thing sent again after a lost answer carries the same key, so that it is done once.
  const sent = useRef({ text: '', key: '' });
  const run = async (input: unknown): Promise<ActionResult<T>> => {
    setBusy(true);
    const text = JSON.stringify(input);
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    const result = await deed(input, sent.current.key).catch(
      (): ActionResult<T> => ({ ok: false, errors: [], failed: 'unavailable' }),
    );
    if (result.ok) sent.current = { text: '', key: '' };
    setSaid(result.ok ? NOTHING : { errors: result.errors, failed: result.failed ?? null });
    setBusy(false);
    if (!result.ok && result.errors.some((error) => error.reason === 'stale')) router.refresh();
    return result;
  };
  return { run, busy, said, forget: () => setSaid(NOTHING) };
}

/** The sentence for one field, by the end of its path. */
export function errorAt({ errors }: Said, field: string): string | undefined {
  return errors.find((error) => error.field.at(-1) === field)?.message;
}
