'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react';
import { classNames } from '@/components/ui/class-names';

type Props = {
  label: string;
  /** In time order; `part`: between 0 and 1 along the axis. */
  points: readonly { date: string; part: number; values: readonly string[] }[];
  /** What the values are of: a stretch of its line, and its name. */
  lines: readonly { name: string; sample: ReactNode }[];
  /** The same chart for wide and for narrow screens; `from` and `to`: where its axis lies, as parts of its width. */
  sheets: readonly { chart: ReactNode; from: number; to: number; className: string }[];
};

/** A legend that reads out the day under the pointer or, by arrow keys, the day moved to; the last day at rest. */
export function DayCursor({ label, points, lines, sheets }: Props) {
  const last = points.length - 1;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? last, last);
  const point = points[at];
  if (!point) return null;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cursorByKey(event.key, at, last);
    if (next === null) return;
    event.preventDefault();
    setChosen(next);
  };
  const follow = (from: number, to: number) => (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const part = ((event.clientX - box.left) / box.width - from) / (to - from);
    setChosen(
      cursorAt(
        points.map((one) => one.part),
        part,
      ),
    );
  };
  const said = lines.map(({ name }, index) => `${name} ${point.values[index]}`).join(', ');
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
        <p className="min-w-28 text-sm font-bold tabular-nums">{point.date}</p>
        <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          {lines.map(({ name, sample }, index) => (
            <li key={name} className="flex flex-wrap items-center gap-x-2 sm:whitespace-nowrap">
              <span className="w-9">{sample}</span>
              <span className="text-ink-2">{name}</span>
              <span className="tabular-nums">{point.values[index]}</span>
            </li>
          ))}
        </ul>
      </div>
      <div
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={at}
        aria-valuetext={`${point.date}: ${said}`}
        onKeyDown={onKeyDown}
        className="cursor-crosshair rounded-sm"
      >
        {sheets.map(({ chart, from, to, className }) => (
          <div
            key={className}
            className={classNames('relative touch-pan-y', className)}
            onPointerMove={follow(from, to)}
            onPointerDown={follow(from, to)}
            onPointerLeave={() => setChosen(null)}
          >
            {chart}
            {chosen !== null && (
              <span
                className="no-print pointer-events-none absolute inset-y-0 w-px bg-cursor"
                style={{ insetInlineStart: `${(from + point.part * (to - from)) * 100}%` }}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Which of the points holds at a place of the axis: the last one not behind it, or the first. */
export function cursorAt(parts: readonly number[], part: number): number {
  return Math.max(
    0,
    parts.findLastIndex((one) => one <= part),
  );
}

/** Where a key moves to; null for keys that do not move. */
export function cursorByKey(key: string, at: number, last: number): number | null {
  const next: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - 10,
    PageUp: at + 10,
    Home: 0,
    End: last,
  };
  const wanted = next[key];
  return wanted === undefined ? null : Math.min(Math.max(wanted, 0), last);
}
