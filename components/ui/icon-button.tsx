import type { ComponentProps, ReactNode } from 'react';
import { type ButtonSize, type ButtonTone, buttonClass } from './button';
import { classNames } from './class-names';

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  label: string;
  icon: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  /** The side on which the label shows under pointer or focus; `none` where it stands beside already. */
  tip?: 'below' | 'above' | 'right' | 'none';
};

export function IconButton({
  label,
  icon,
  tone = 'quiet',
  size = 'sm',
  tip = 'below',
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      data-tip={tip === 'none' ? undefined : label}
      data-tip-side={tip}
      className={classNames(buttonClass({ tone, size, square: true }), 'ui-tip', className)}
    >
      {icon}
    </button>
  );
}
