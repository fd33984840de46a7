'use client';

import { Pause, Play } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { SPEEDS, type Speed } from './player-steps';
import { PLAYER, type usePlayer } from './use-player';

export type PlayerWords = Record<'play' | 'pause' | 'again' | 'speed' | 'hint', string>;
type Props = {
  player: ReturnType<typeof usePlayer>;
  words: PlayerWords;
  /** What is said when it has stopped; nothing while it plays, so that a reader is not told every day. */
  said: string;
};

/** Play and pause, and how fast. It never starts by itself. */
export function Player({ player, words, said }: Props) {
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
