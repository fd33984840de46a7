'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { FieldError } from '@/lib/core/result';
import type { ActionResult } from '@/lib/platform/action';
import { perform } from './perform';

/** What came of a change that was not made: sentences at fields, or the code of what went wrong. */
type Refused = { errors: readonly FieldError[]; failed: string | null; current?: unknown };

const NOTHING: Refused = { errors: [], failed: null };

/**
 * The one door through which a form changes something: busy meanwhile, its refusals kept for the form, and always let go
 * again. The same input sent again after a lost answer carries the same key, so that it is done once. What is stale is
 * read anew, so that the next press goes by what the reader then sees.
 */
export function useActionCall<I, T>(call: (input: I, key: string) => Promise<ActionResult<T>>) {
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>(NOTHING);
  const router = useRouter();
  const sent = useRef({ text: '', key: '' });
  const run = async (input: I): Promise<ActionResult<T>> => {
    setIsBusy(true);
    const text = JSON.stringify(input) ?? '';
    if (sent.current.text !== text) sent.current = { text, key: crypto.randomUUID() };
    const result = await perform((key) => call(input, key), sent.current.key);
    if (result.ok) sent.current = { text: '', key: '' };
    setRefused(result.ok ? NOTHING : { ...result, failed: result.failed ?? null });
    setIsBusy(false);
    if (!result.ok && result.errors.some((error) => error.reason === 'stale')) router.refresh();
    return result;
  };
  return { run, isBusy, ...refused, forget: () => setRefused(NOTHING) };
}
