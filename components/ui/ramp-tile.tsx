import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

export type RampTone = '0' | '1' | '2' | '3' | '4' | 'invested' | 'closed' | 'held';
type RampTileProps = ComponentProps<'span'> & {
  tone: RampTone;
  /** Defaults to the tone's own sign, which survives grey print. */
  sign?: ReactNode;
  /** The underline that says "there is more behind this". */
  marked?: boolean;
};

export const RAMP_SIGNS: Record<RampTone, string> = {
  '0': '·',
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  invested: '₩',
  closed: '×',
  held: '‖',
};

/** One square of the ramp. For dense grids use the class `ui-ramp` with `data-tone` and `data-marked` directly. */
export function RampTile({ tone, sign, marked, className, ...rest }: RampTileProps) {
  return (
    <span
      aria-hidden="true"
      {...rest}
      className={classNames('ui-ramp', className)}
      data-tone={tone}
      data-marked={marked || undefined}
    >
      {sign ?? RAMP_SIGNS[tone]}
    </span>
  );
}
