'use client';

import { useToast } from '@/components/ui/toast';
import { useFailureText } from './failure-words';
import { type Call, perform } from './perform';

/** One press without a form: done, or told in a toast why not. Answers whether it was done. */
export function useAct() {
  const toast = useToast();
  const textOf = useFailureText();
  return async function act<R>(
    call: Call<R>,
    done: (value: R) => { text: string; undo?: () => Promise<void> } | null,
    /** Takes a refusal that is a question upon itself: true where it did, and no toast tells of it. */
    asked: (reasons: readonly string[]) => boolean = () => false,
  ): Promise<boolean> {
    const result = await perform(call);
    if (!result.ok) {
      if (asked(result.errors.map(({ reason }) => reason))) return false;
      toast({ tone: 'danger', text: textOf(result) });
      return false;
    }
    const told = done(result.value);
    if (told) toast(told);
    return true;
  };
}
