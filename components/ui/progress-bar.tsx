'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

type Props = {
  /** What is going on, in words. */
  label: string;
  done: number;
  /** 0 where it is not known: the bar then only moves. */
  of: number;
};

/** Below this share nothing can be said of the time that is left. */
const ENOUGH = 0.05;

/** A long step, how much of it is done and about how long the rest takes; told to screen readers a few times, not at each step. */
export function ProgressBar({ label, done, of }: Props) {
  const t = useTranslations('ui.progress');
  const left = useSecondsLeft(label, done, of);
  const tenths = of > 0 ? Math.floor((done / of) * 10) * 10 : null;
  const time =
    left === null
      ? ''
      : left < 60
        ? t('seconds', { count: Math.max(1, Math.round(left / 5) * 5) })
        : t('minutes', { count: Math.round(left / 60) });
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{label}</span>
        <span className="text-ink-2 tabular-nums">{time}</span>
      </div>
      <progress
        aria-label={label}
        className="ui-progress"
        {...(of > 0 ? { value: Math.min(done, of), max: of } : {})}
      />
      <p role="status" className="sr-only">
        {label} {tenths === null ? '' : `${tenths}%`}
      </p>
    </div>
  );
}

/** By the speed of the step so far; null while that says nothing. */
function useSecondsLeft(label: string, done: number, of: number): number | null {
  const started = useRef({ label, at: 0 });
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const now = performance.now();
    if (started.current.at === 0 || started.current.label !== label) started.current = { label, at: now };
    const share = of > 0 ? done / of : 0;
    const passed = now - started.current.at;
    setLeft(share < ENOUGH || share >= 1 || passed < 1000 ? null : ((passed / share) * (1 - share)) / 1000);
  }, [label, done, of]);
  return left;
}
