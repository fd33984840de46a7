'use client';

import { useEffect, useState } from 'react';
import { send } from '@/components/ui/request';
import type { BookingFacts } from '@/lib/meeting/schema';

type Asked = { pair: string } | { startup: string; investor: string } | null;
export type Loaded<T> = { at: 'loading' } | { at: 'failed' } | { at: 'ready'; value: T };

/** Reads once per address; the last address asked for wins. Null asks nothing. */
export function useLoaded<T>(path: string | null): Loaded<T> {
  const [loaded, setLoaded] = useState<{ path: string | null; answer: Loaded<T> }>({
    path: null,
    answer: { at: 'loading' },
  });
  useEffect(() => {
    if (path === null) return;
    const going = new AbortController();
    send<T>('GET', path, undefined, { signal: going.signal }).then((answer) => {
      if (going.signal.aborted) return;
      setLoaded({ path, answer: answer.ok ? { at: 'ready', value: answer.value } : { at: 'failed' } });
    });
    return () => going.abort();
  }, [path]);
  return loaded.path === path ? loaded.answer : { at: 'loading' };
}

/** What a booking of a pair is chosen from. */
export function useBookingFacts(slug: string, asked: Asked): Loaded<BookingFacts> {
  const search = asked && new URLSearchParams(asked).toString();
  return useLoaded<BookingFacts>(search === null ? null : `/programs/${slug}/meetings/booking?${search}`);
}
