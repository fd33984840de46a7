import { useEffect, useState } from 'react';
import { send } from '@/components/ui/request';
import type { ReportDraft } from '@/lib/report/queries/get';

export type DraftInput = { asOf: string; knownAt: string | null; sum: string };
export type DraftState =
  | { kind: 'counting' | 'unreachable' }
  | { kind: 'refused'; messages: string[] }
  | { kind: 'counted'; draft: ReportDraft };

const PAUSE_MS = 250;

/** What publishing this would freeze, counted anew a moment after the last change. */
export function useDraft(slug: string, { asOf, knownAt, sum }: DraftInput): DraftState {
  const [state, setState] = useState<DraftState>({ kind: 'counting' });
  useEffect(() => {
    const stop = new AbortController();
    setState({ kind: 'counting' });
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ asOf, sum, ...(knownAt ? { knownAt } : {}) });
      const path = `/programs/${slug}/reports/draft?${query}`;
      const answer = await send<ReportDraft>('GET', path, undefined, { signal: stop.signal });
      if (stop.signal.aborted) return;
      if (answer.ok) setState({ kind: 'counted', draft: answer.value });
      else if ('offline' in answer) setState({ kind: 'unreachable' });
      else setState({ kind: 'refused', messages: messagesOf(answer.problem) });
    }, PAUSE_MS);
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [slug, asOf, knownAt, sum]);
  return state;
}

function messagesOf({ errors, detail }: { errors?: { message: string }[]; detail: string }): string[] {
  return errors?.length ? errors.map(({ message }) => message) : [detail];
}
