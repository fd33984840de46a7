import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { STAGE_TABLE, STATUS_TABLE } from '@/lib/pair/rules/stages';
import { type BarPlace, isStage } from './bars';

const FILL: Readonly<Record<BarPlace, string>> = {
  candidate: 'bg-stage-0 ring-1 ring-line-2 ring-inset',
  video_call: 'bg-stage-1',
  pre_meeting: 'bg-stage-2',
  main_session: 'bg-stage-3',
  follow_up: 'bg-stage-4',
  invested: 'bg-stage-invested',
  follow_on: 'bg-stage-invested',
};
/** On the digit and not on the link, whose colour paper takes away. */
const INK: Readonly<Record<BarPlace, string>> = {
  candidate: 'text-stage-0-ink',
  video_call: 'text-stage-1-ink',
  pre_meeting: 'text-stage-2-ink',
  main_session: 'text-stage-3-ink',
  follow_up: 'text-stage-4-ink',
  invested: 'text-stage-invested-ink',
  follow_on: 'text-stage-invested-ink',
};

/** A thinner bar has no room for its sign; the word beside it carries it then. */
const READABLE = 0.06;

type Props = {
  place: BarPlace;
  count: number;
  /** Of the largest bar, from 0 to 1. */
  part: number;
  runs: 'across' | 'down';
  href: string;
};

/** A place drawn to scale, with its sign for grey print. The number beside it is the same link for keys and readers. */
export function StageBar({ place, count, part, runs, href }: Props) {
  if (count === 0) return null;
  const size = `max(${part * 100}%, 2px)`;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-hidden="true"
      tabIndex={-1}
      style={runs === 'across' ? { blockSize: size } : { inlineSize: size }}
      className={classNames(
        'relative grid place-items-center overflow-hidden rounded-sm text-xs leading-none font-bold transition-[inline-size,block-size] duration-200 ease-calm hover:opacity-90',
        runs === 'across' ? 'w-full' : 'h-full',
        FILL[place],
      )}
    >
      {part >= READABLE && signOf(place) && <span className={INK[place]}>{signOf(place)}</span>}
    </Link>
  );
}

export function signOf(place: BarPlace): string {
  if (!isStage(place)) return STATUS_TABLE.invested.sign + (place === 'follow_on' ? '+' : '');
  return STAGE_TABLE[place].order > 0 ? STAGE_TABLE[place].sign : '';
}
