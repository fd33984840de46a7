'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useCallback } from 'react';
import { useTimer } from '@/components/form/use-timer';

const SOON = 1_200;

/** Reads the page anew a moment after the last call: a burst of moves asks for fresh totals once. */
export function useSoonRefresh(): () => void {
  const router = useRouter();
  const { start } = useTimer();
  return useCallback(() => start(() => startTransition(() => router.refresh()), SOON), [start, router]);
}
