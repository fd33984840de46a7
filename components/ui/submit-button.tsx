'use client';

import type { ComponentProps } from 'react';
import { useFormStatus } from 'react-dom';
import { Button } from './button';

/** The submit button of the form around it; busy while the form is on its way. */
export function SubmitButton({ tone = 'primary', busy, ...rest }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus();
  return <Button {...rest} tone={tone} type="submit" busy={busy || pending} />;
}
