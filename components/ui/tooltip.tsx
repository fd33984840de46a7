import type { ReactNode } from 'react';

type TooltipProps = { text: string; side?: 'below' | 'above' | 'right'; children: ReactNode };

/** A few words under the pointer or the focus; what is needed to understand the screen never hides here. */
export function Tooltip({ text, side = 'below', children }: TooltipProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the reader without a pointer must reach the words too
    <span tabIndex={0} role="note" className="ui-tip" data-tip={text} data-tip-side={side}>
      {children}
      <span className="sr-only">{text}</span>
    </span>
  );
}
