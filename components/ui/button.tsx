import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { classNames } from './class-names';

export type ButtonTone = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';
export type ButtonLook = { tone?: ButtonTone; size?: ButtonSize; wide?: boolean; square?: boolean };

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-action text-action-ink border-transparent hover:bg-action-2 font-medium',
  secondary: 'bg-surface text-ink border-line-2 hover:bg-surface-2 hover:border-line-3',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-surface-2',
  danger: 'bg-danger-fill text-danger-ink border-transparent hover:bg-danger-fill-2 font-medium',
};
const SIZES: Record<ButtonSize, string> = {
  sm: 'min-h-8 text-sm gap-1.5 pointer-coarse:min-h-11',
  md: 'min-h-10 text-base gap-2 pointer-coarse:min-h-11',
  lg: 'min-h-12 text-md gap-2 font-medium',
};
const PADDING: Record<ButtonSize, string> = { sm: 'px-3', md: 'px-4', lg: 'px-5' };
const SQUARE: Record<ButtonSize, string> = {
  sm: 'min-w-8 pointer-coarse:min-w-11',
  md: 'min-w-10 pointer-coarse:min-w-11',
  lg: 'min-w-12',
};

/** The look of a button, for links and labels that must look like one. */
export function buttonClass({
  tone = 'secondary',
  size = 'md',
  wide = false,
  square = false,
}: ButtonLook = {}) {
  return classNames(
    'ui-button inline-flex shrink-0 items-center justify-center rounded-md border select-none',
    TONES[tone],
    SIZES[size],
    square ? SQUARE[size] : PADDING[size],
    // As wide as its place and no wider: what does not fit on one line takes a second.
    wide ? 'w-full whitespace-normal' : 'whitespace-nowrap',
  );
}

type ButtonProps = ComponentProps<'button'> &
  Omit<ButtonLook, 'square'> & { icon?: ReactNode; busy?: boolean };

/** `busy` keeps the focus and the label, turns the icon into a spinner and swallows further presses. */
export function Button({ tone, size, wide, icon, busy, className, children, type, ...rest }: ButtonProps) {
  const whileBusy = busy
    ? { 'aria-busy': true, 'aria-disabled': true, onClick: (event: MouseEvent) => event.preventDefault() }
    : {};
  return (
    <button
      {...rest}
      {...whileBusy}
      type={type ?? 'button'}
      data-tone={tone}
      className={classNames(buttonClass({ tone, size, wide }), className)}
    >
      {busy ? <span className="ui-spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
