'use client';

import { Pause, Play } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ChangeEvent, type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { formatDay } from '@/lib/core/dates';
import { addDays, type Day, daysBetween } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { changeAfter, pauseOf, SPEEDS, type Speed } from './player-steps';

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

type PlayerWords = Record<'play' | 'pause' | 'again' | 'speed' | 'hint', string>;
type PlayerProps = {
  player: ReturnType<typeof usePlayer>;
  words: PlayerWords;
  /** What is said when it has stopped; nothing while it plays, so that a reader is not told every day. */
  said: string;
};

/** Play and pause, and how fast. It never starts by itself. */
function Player({ player, words, said }: PlayerProps) {
  const { isPlaying, atEnd, speed, setSpeed, toggle } = player;
  const items = SPEEDS.map((each) => ({ value: String(each), label: `${each}×` }));
  return (
    <div {...{ [PLAYER]: '' }} className="flex flex-wrap items-center gap-2">
      <Button
        size="sm"
        tone="primary"
        title={words.hint}
        onClick={toggle}
        icon={isPlaying ? <Pause aria-hidden="true" size={16} /> : <Play aria-hidden="true" size={16} />}
      >
        {isPlaying ? words.pause : atEnd ? words.again : words.play}
      </Button>
      <SegmentedControl
        label={words.speed}
        name="speed"
        value={String(speed)}
        items={items}
        onChange={(event) => setSpeed(Number(event.target.value) as Speed)}
      />
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}

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
const PLAYER = 'data-player';

/**
 * Goes from one day of change to the next, each time the page has answered and the day has stood for a while; stops at
 * the end, when the page is hidden, and as soon as the reader does anything else.
 */
function usePlayer({ changes, start, end, shown, pending, go }: Played) {
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
