import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { type ButtonLook, buttonClass } from './button';
import { classNames } from './class-names';
import { LinkPending } from './link-pending';

type LinkButtonProps = ComponentProps<typeof Link> & Omit<ButtonLook, 'square'> & { icon?: ReactNode };

export function LinkButton({ tone, size, wide, icon, className, children, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className={classNames(buttonClass({ tone, size, wide }), className)}>
      {icon}
      {children}
      <LinkPending />
    </Link>
  );
}

/** A link inside text: always underlined, so that it is known by more than its colour. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={classNames('ui-link', className)} />;
}
