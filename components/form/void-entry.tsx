'use client';

import { useState } from 'react';
import { late } from '@/components/ui/late';
import { useToast } from '@/components/ui/toast';
import type { Operation } from '@/lib/core/operation';

const VoidDialog = late(() => import('./void-dialog').then((file) => file.VoidDialog));

type Props<In extends object> = {
  words: { void: string; voidOf: string; title: string; text: string; done: string };
  operation: Operation<In>;
  /** The operation's input, with the reason that was given. */
  input: (reason: string) => In;
};

/** Corrects a mistaken entry of a log, for a reason: it stays readable, and counts no more. */
export function VoidEntry<In extends object>({ words, operation, input }: Props<In>) {
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="ui-link no-print inline-flex min-h-6 items-center text-xs pointer-coarse:min-h-9"
        aria-label={words.voidOf}
        onClick={() => setOpen(true)}
      >
        {words.void}
      </button>
      {open && (
        <VoidDialog
          title={words.title}
          description={words.text}
          confirmLabel={words.void}
          {...{ operation, input }}
          onClose={() => setOpen(false)}
          onDone={() => toast({ text: words.done })}
        />
      )}
    </>
  );
}
