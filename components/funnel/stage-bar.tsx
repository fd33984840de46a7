import Link from 'next/link';
import { classNames } from '@/components/ui/class-names';
import { STAGE_TABLE, type Stage } from '@/lib/pair/rules/stages';

const FILL: Readonly<Record<Stage, string>> = {
  candidate: 'bg-stage-0 ring-1 ring-line-2 ring-inset',
  video_call: 'bg-stage-1',
  pre_meeting: 'bg-stage-2',
  main_session: 'bg-stage-3',
  follow_up: 'bg-stage-4',
};
/** On the digit and not on the link, whose colour paper takes away. */
const INK: Readonly<Record<Stage, string>> = {
  candidate: 'text-stage-0-ink',
  video_call: 'text-stage-1-ink',
  pre_meeting: 'text-stage-2-ink',
  main_session: 'text-stage-3-ink',
  follow_up: 'text-stage-4-ink',
};

type Props = { stage: Stage; reached: number; part: number; runs: 'across' | 'down'; href: string };

/** A stage drawn to scale, with its digit for grey print. The number beside it is the same link for keys and readers. */
export function StageBar({ stage, reached, part, runs, href }: Props) {
  const size = `max(${part * 100}%, 2px)`;
  if (reached === 0) return null;
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
        FILL[stage],
      )}
    >
      {STAGE_TABLE[stage].order > 0 && <span className={INK[stage]}>{STAGE_TABLE[stage].sign}</span>}
    </Link>
  );
}
