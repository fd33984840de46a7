'use client';

import { useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { importOperations } from '@/lib/import/operations';
import type { ImportDetail } from '@/lib/import/schema';
import { LONG_MS, type ShownRow } from './import-address';

const WORDS = ['confirm', 'create', 'skip'] as const;
type Word = (typeof WORDS)[number];

type Props = { detail: ImportDetail; rows: readonly ShownRow[] };

/** One answer for all conflicts of a reason, where several rows have it. */
export function DecideAlike({ detail, rows }: Props) {
  const t = useTranslations('import');
  const toast = useToast();
  const { run, isPending } = useOperation(importOperations.decide, { tells: 'toast', patience: LONG_MS });
  const several = detail.conflicts.filter(({ rows: count }) => count > 1);
  const decide = async (reason: string, decision: Word) => {
    const answer = await run({ importId: detail.id, reason, decision });
    if (answer.ok) toast({ text: t('alike.done') });
  };
  return several.map(({ reason, rows: count }) => {
    const words = offeredFor(reason);
    return words.length === 0 ? null : (
      <Notice key={reason} title={t(`alike.reason.${known(reason)}`, { count })}>
        <span className="flex flex-wrap gap-2 pt-1">
          {words.map((word) => (
            <Button key={word} size="sm" busy={isPending} onClick={() => decide(reason, word)}>
              {t(`alike.${word}`)}
            </Button>
          ))}
        </span>
      </Notice>
    );
  });

  /** The record that was found, where there is one to each row, is meant by confirming. */
  function offeredFor(reason: string): Word[] {
    const problem = rows.map(({ problems }) => problems[0]).find((each) => each?.reason === reason);
    const choices = problem?.choices ?? [];
    const hasOne = choices.filter(({ name }) => name !== undefined).length === 1;
    return WORDS.filter(
      (word) => choices.some(({ decision }) => decision === word) || (word === 'confirm' && hasOne),
    );
  }
}

const REASONS = ['archived', 'similar_name', 'similar_in_file', 'several_of_name', 'twice_in_file'] as const;
const known = (reason: string) => REASONS.find((each) => each === reason) ?? 'other';
