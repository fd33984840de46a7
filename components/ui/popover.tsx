import { type ReactNode, useId } from 'react';
import { type ButtonSize, type ButtonTone, buttonClass } from './button';
import { classNames } from './class-names';

type PopoverProps = {
  trigger: ReactNode;
  /** Names the card. */
  label: string;
  /** Names the button where its content is no text; visible words must be part of it. */
  buttonLabel?: string;
  place?: 'start' | 'end' | 'right';
  tone?: ButtonTone;
  size?: ButtonSize;
  triggerClass?: string;
  /** Without padding, for lists. */
  flush?: boolean;
  className?: string;
  children: ReactNode;
};

/** A card under a button by the platform's own popover: opens, closes and gives focus back without script. */
export function Popover({
  trigger,
  label,
  buttonLabel,
  place = 'start',
  tone,
  size = 'sm',
  triggerClass,
  flush,
  className,
  children,
}: PopoverProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-label={buttonLabel}
        aria-haspopup="dialog"
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className={triggerClass ?? buttonClass({ tone, size })}
      >
        {trigger}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        data-place={place}
        style={{ positionAnchor: `--${id}` }}
        className={classNames('ui-float', !flush && 'p-4', className)}
      >
        {children}
      </div>
    </>
  );
}
