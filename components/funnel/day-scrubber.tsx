'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { addDays, type Day, daysBetween, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/locale';
import { Player, type PlayerWords } from './player';
import { usePlayer } from './use-player';

type Props = {
  label: string;
  locale: Locale;
  start: Day;
  end: Day;
  /** The day that the page shows. */
  shown: Day;
  /** Days on which something changed: where playing stops. */
  changes: readonly Day[];
  /** The address without its date, ready for `asOf=` to be put behind it. */
  hrefBefore: string;
  words: PlayerWords;
  /** What is said when playing stops, with `{date}` where the date belongs. */
  said: Record<'end' | 'paused', string>;
  /** What stands under the line, and beside the date. */
  marks: ReactNode;
  children: ReactNode;
};

const PAUSE_MS = 180;

/** Drags the date through the life of the program, or plays it; the page follows when the hand rests. */
export function DayScrubber(props: Props) {
  const { label, locale, start, end, shown, changes, hrefBefore, words, said, marks, children } = props;
  const router = useRouter();
  const value = daysBetween(start, shown);
  const [at, setAt] = useState(value);
  const [pending, startTransition] = useTransition();
  const [hasScript, setHasScript] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = formatDay(addDays(start, at), locale);

  useEffect(() => setAt(value), [value]);
  useEffect(() => setHasScript(true), []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const go = (day: Day) => {
    setAt(daysBetween(start, day));
    startTransition(() => router.replace(`${hrefBefore}asOf=${day}`, { scroll: false }));
  };
  const player = usePlayer({ changes, start, end, shown, pending, go });
  const move = (event: ChangeEvent<HTMLInputElement>) => {
    const days = event.target.valueAsNumber;
    setAt(days);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go(addDays(start, days)), PAUSE_MS);
  };

  return (
    <div className="grid gap-1" aria-busy={pending}>
      <input
        type="range"
        name="day"
        aria-label={label}
        aria-valuetext={text}
        min={0}
        max={daysBetween(start, end)}
        step={1}
        value={at}
        onChange={move}
        className="h-6 w-full accent-[var(--action)]"
      />
      {marks}
      <div className="flex flex-wrap items-center gap-2">
        {hasScript && changes.length > 0 && (
          <Player
            player={player}
            words={words}
            said={player.stopped ? said[player.stopped].replace('{date}', text) : ''}
          />
        )}
        {children}
        <span className="ps-2 font-bold tabular-nums">{text}</span>
      </div>
    </div>
  );
}
