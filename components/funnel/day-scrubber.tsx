'use client';

import { useRouter } from 'next/navigation';
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { addDays, type Day, formatDay } from '@/lib/core/dates';
import type { Locale } from '@/lib/core/scope';

type Props = {
  label: string;
  locale: Locale;
  start: Day;
  /** Days from `start`: the last one, and the one shown. */
  last: number;
  value: number;
  /** The address without its date, ready for `asOf=` to be put behind it. */
  hrefBefore: string;
  /** What stands under the line, and beside the date. */
  marks: ReactNode;
  children: ReactNode;
};

const PAUSE_MS = 180;

/** Drags the date through the life of the program; the page follows when the hand rests. */
export function DayScrubber({ label, locale, start, last, value, hrefBefore, marks, children }: Props) {
  const router = useRouter();
  const [at, setAt] = useState(value);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = formatDay(addDays(start, at), locale);

  useEffect(() => setAt(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const move = (event: ChangeEvent<HTMLInputElement>) => {
    const day = event.target.valueAsNumber;
    setAt(day);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      startTransition(() => router.replace(`${hrefBefore}asOf=${addDays(start, day)}`, { scroll: false }));
    }, PAUSE_MS);
  };

  return (
    <div className="grid gap-1" aria-busy={pending}>
      <input
        type="range"
        name="day"
        aria-label={label}
        aria-valuetext={text}
        min={0}
        max={last}
        step={1}
        value={at}
        onChange={move}
        className="h-6 w-full accent-[var(--action)]"
      />
      {marks}
      <div className="flex flex-wrap items-center gap-2">
        {children}
        <output className="ps-2 font-bold tabular-nums">{text}</output>
      </div>
    </div>
  );
}
