'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import { mergeOperation } from '@/lib/party/operations';
import { type PartyKind, refOf } from '@/lib/party/rules';
import type { MergeList } from '@/lib/party/schema/merge';

type Props = {
  kind: PartyKind;
  id: string;
  merges: MergeList;
  /** Where parties of this kind are. */
  path: string;
  /** Days as they are written for the reader, by merge. */
  days: Readonly<Record<string, string>>;
  canUndo: boolean;
};

/** What was merged into a party, and where it went itself; each merge can be taken back. */
export function MergedNotice({ kind, id, merges: { items, into }, path, days, canUndo }: Props) {
  const t = useTranslations('party.merge');
  const locale = useLocale();
  const toast = useToast();
  const undo = useOperation(mergeOperation(kind, 'undo'), { tells: 'toast' });
  const takeBack = async (mergeId: string, merged: string) => {
    const answer = await undo.run({ ...refOf(kind, id), mergeId });
    if (answer.ok) toast({ text: t('undone', { merged }) });
  };
  return (
    <>
      {into && (
        <p className="pb-4">
          {t('into')} <TextLink href={`${path}/${into.id}`}>{shownName(into, locale)}</TextLink>
        </p>
      )}
      {items.length > 0 && (
        <ul className="grid gap-1 pb-4 text-sm">
          {items.map((merge) => (
            <li key={merge.id} className="flex flex-wrap items-center gap-x-3">
              <span>
                <TextLink href={`${path}/${merge.mergedId}`}>{shownName(merge, locale)}</TextLink>{' '}
                <span className="text-ink-2">{t('mergedOn', { date: days[merge.id] ?? '' })}</span>
              </span>
              {canUndo && (
                <Button
                  size="sm"
                  busy={undo.isBusy}
                  onClick={() => void takeBack(merge.id, shownName(merge, locale))}
                >
                  {t('undo')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
