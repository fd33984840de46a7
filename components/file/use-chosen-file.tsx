'use client';

import { type ReactNode, useRef } from 'react';
import { acceptOf, type MediaType } from '@/lib/file/rules';

/** The longest a large file on a slow line may take. */
export const UPLOAD_PATIENCE_MS = 600_000;

type Choice = {
  /** What the field is for, for who comes to it by other means than the button. */
  label: string;
  types: readonly MediaType[];
  onChosen: (file: File) => void;
};

/** A button's way to the browser's own choice of a file: `field` stands beside the button, `choose` opens it. */
export function useChosenFile({ label, types, onChosen }: Choice): { field: ReactNode; choose: () => void } {
  const input = useRef<HTMLInputElement>(null);
  const field = (
    <input
      ref={input}
      type="file"
      aria-label={label}
      accept={acceptOf(types)}
      tabIndex={-1}
      className="sr-only"
      onChange={({ target }) => {
        const file = target.files?.[0];
        // The same file chosen again is a choice again.
        target.value = '';
        if (file) onChosen(file);
      }}
    />
  );
  return { field, choose: () => input.current?.click() };
}
