'use client';

import { useParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { Operation } from '@/lib/core/operation';
import { call } from './call';

type Loaded<T> = { at: 'loading' } | { at: 'failed' } | { at: 'ready'; value: T };

/**
 * Reads once per input; the last input asked for wins. Null asks nothing. Another `round` asks the same again. The program
 * is the one in the address.
 */
export function useRead<In extends object, Out>(
  operation: Operation<In, Out>,
  input: In | null,
  round = 0,
): Loaded<Out> {
  const { program } = useParams<{ program?: string }>();
  const [loaded, setLoaded] = useState<{ text: string | null; answer: Loaded<Out> }>();
  const text = input && `${round} ${JSON.stringify(input)}`;
  const asked = useRef(input);
  asked.current = input;
  useEffect(() => {
    if (text === null || asked.current === null) return;
    const going = new AbortController();
    call(operation, asked.current, { program, signal: going.signal }).then((answer) => {
      if (going.signal.aborted) return;
      setLoaded({ text, answer: answer.ok ? { at: 'ready', value: answer.value } : { at: 'failed' } });
    });
    return () => going.abort();
  }, [operation, program, text]);
  return loaded?.text === text ? loaded.answer : { at: 'loading' };
}
