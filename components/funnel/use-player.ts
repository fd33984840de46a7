'use client';

import { useEffect, useRef, useState } from 'react';
import type { Day } from '@/lib/core/days';
import { changeAfter, pauseOf, type Speed } from './player-steps';

type Played = {
  changes: readonly Day[];
  start: Day;
  end: Day;
  /** The day that the page shows. */
  shown: Day;
  /** The page is on its way to another day. */
  pending: boolean;
  go: (day: Day) => void;
};

/** Marks the player's own controls: to use them is no reason to stop. */
export const PLAYER = 'data-player';

/**
 * Goes from one day of change to the next, each time the page has answered and the day has stood for a while; stops at
 * the end, when the page is hidden, and as soon as the reader does anything else.
 */
export function usePlayer({ changes, start, end, shown, pending, go }: Played) {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  /** What stopped it last; null before it was ever played. */
  const [stopped, setStopped] = useState<'end' | 'paused' | null>(null);
  const next = changeAfter(changes, shown, end);
  const goTo = useRef(go);
  goTo.current = go;

  useEffect(() => {
    if (!isPlaying || pending) return;
    if (next === null) {
      setPlaying(false);
      setStopped('end');
      return;
    }
    const timer = setTimeout(() => goTo.current(next), pauseOf(speed));
    return () => clearTimeout(timer);
  }, [isPlaying, pending, next, speed]);

  useEffect(() => {
    if (!isPlaying) return;
    const pause = () => {
      setPlaying(false);
      setStopped('paused');
    };
    const onInput = (event: Event) => {
      const own = event.target instanceof Element && event.target.closest(`[${PLAYER}]`);
      if (!own) pause();
    };
    const onHidden = () => document.hidden && pause();
    const inputs = ['pointerdown', 'keydown', 'wheel'] as const;
    for (const type of inputs) addEventListener(type, onInput, { capture: true, passive: true });
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      for (const type of inputs) removeEventListener(type, onInput, { capture: true });
      document.removeEventListener('visibilitychange', onHidden);
    };
  }, [isPlaying]);

  const toggle = () => {
    if (isPlaying) {
      setPlaying(false);
      setStopped('paused');
      return;
    }
    setStopped(null);
    setPlaying(true);
    // At the end there is nothing more to play: it begins again.
    if (next === null && changes[0]) goTo.current(changes[0] > start ? changes[0] : start);
  };
  return { isPlaying, stopped, speed, setSpeed, toggle, atEnd: next === null };
}
