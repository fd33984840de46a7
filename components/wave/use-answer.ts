'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSoonRefresh } from '@/components/pair/move/use-soon-refresh';
import { send } from '@/components/ui/request';
import { useToast } from '@/components/ui/toast';
import type { AnswerState } from '@/lib/wave/schema';

type Asked = { slug: string; pairId: string; months: number; pair: string; stands: AnswerState | null };

/**
 * One press answers. Answers come in bursts, so they go by the API: shown at once, taken back if refused, and the
 * counts are read anew a moment after the last one.
 */
export function useAnswer({ slug, pairId, months, pair, stands }: Asked) {
  const t = useTranslations('wave');
  const toast = useToast();
  const refreshSoon = useSoonRefresh();
  const [said, setSaid] = useState<AnswerState | null>(null);
  const [busy, setBusy] = useState(false);

  const answer = async (state: AnswerState) => {
    const before = said;
    setSaid(state);
    setBusy(true);
    const path = `/programs/${slug}/waves/answers`;
    const result = await send('POST', path, { pairId, months, state });
    setBusy(false);
    if (result.ok) {
      toast({ text: t('answer.done', { pair, state: t(`state.${state}`) }) });
      refreshSoon();
      return;
    }
    setSaid(before);
    const text = 'offline' in result ? t('answer.offline') : wordsOf(result.problem);
    toast({ text, tone: 'danger' });
  };
  return { state: said ?? stands, answer, busy };
}

function wordsOf({
  errors,
  detail,
  title,
}: {
  errors?: { message: string }[];
  detail: string;
  title: string;
}) {
  return errors?.[0]?.message ?? (detail || title);
}
