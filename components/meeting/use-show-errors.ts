'use client';

import { useEffect, useRef } from 'react';

/** Brings what is wrong before the reader: the first control at fault takes the focus, a sentence alone comes into view. */
export function useShowErrors(errors: Partial<Record<string, string>>) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    const control = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (control) control.focus();
    else form.current?.querySelector('[role="alert"] p')?.scrollIntoView({ block: 'center' });
  }, [errors]);
  return form;
}
