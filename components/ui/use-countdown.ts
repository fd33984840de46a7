'use client';

import { useCallback, useEffect, useRef } from 'react';

/**
 * Calls `onEnd` after `milliseconds` of not being looked at: pointer or focus on the element stops the clock.
 * Null never ends. Returns the handlers to spread on the element.
 */
export function useCountdown(milliseconds: number | null, onEnd: () => void) {
  const left = useRef(milliseconds ?? 0);
  const since = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const stop = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    left.current -= performance.now() - since.current;
  }, []);
  const run = useCallback(() => {
    if (milliseconds === null || timer.current !== null) return;
    since.current = performance.now();
    timer.current = setTimeout(onEnd, Math.max(left.current, 1_000));
  }, [milliseconds, onEnd]);

  useEffect(() => {
    run();
    return stop;
  }, [run, stop]);

  return { onPointerEnter: stop, onPointerLeave: run, onFocus: stop, onBlur: run };
}
