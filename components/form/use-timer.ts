'use client';

import { useCallback, useEffect, useMemo, useRef } from 'react';

/**
 * One timer: starting it anew forgets what it was to do before. With its component ends what it was still to do, or
 * (`run`) is done at once.
 */
export function useTimer(atEnd: 'forget' | 'run' = 'forget') {
  const timer = useRef<{ id: ReturnType<typeof setTimeout>; run: () => void } | null>(null);
  const stop = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current.id);
    timer.current = null;
  }, []);
  const start = useCallback(
    (task: () => void, milliseconds: number) => {
      stop();
      const run = () => {
        stop();
        task();
      };
      timer.current = { id: setTimeout(run, milliseconds), run };
    },
    [stop],
  );
  useEffect(
    () => () => {
      if (atEnd === 'run') timer.current?.run();
      stop();
    },
    [stop, atEnd],
  );
  return useMemo(() => ({ start, stop }), [start, stop]);
}
