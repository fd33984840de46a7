'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';

/** One timer: starting it anew forgets what it was to do before, and it ends with its component. */
export function useTimer() {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  const start = useCallback(
    (run: () => void, milliseconds: number) => {
      stop();
      timer.current = setTimeout(run, milliseconds);
    },
    [stop],
  );
  useEffect(() => stop, [stop]);
  return useMemo(() => ({ start, stop }), [start, stop]);
}
