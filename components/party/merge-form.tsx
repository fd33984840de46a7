'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { ErrorNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import { mergeOperation } from '@/lib/party/operations';
import { type PartyKind, refOf } from '@/lib/party/rules';
import type { PartyDetail } from '@/lib/party/schema';
import type { MergePreview } from '@/lib/party/schema/merge';
import { PARTY_LOOKS, usePartyLabel, usePartyText } from './kinds';

type Props = {
  kind: PartyKind;
  kept: PartyDetail;
  merged: PartyDetail;
  preview: MergePreview;
  path: string;
};

/** Which of the two says what the profile says, what comes over, and the button that does it. */
export function MergeForm({ kind, kept, merged, preview, path }: Props) {
  const t = useTranslations('party.merge');
  const locale = useLocale();
  const router = useRouter();
  const toast = useToast();
  const merge = useOperation(mergeOperation(kind, 'merge'), { refreshes: 'never' });
  const undo = useOperation(mergeOperation(kind, 'undo'), { tells: 'toast' });
  const differing = useDifferences(kind, kept, merged);
  // What the kept one says nothing of is taken from the other one unless somebody wants otherwise.
  const [taken, setTaken] = useState<ReadonlySet<string>>(
    () => new Set(differing.filter(({ ofKept }) => ofKept === '').map(({ field }) => field)),
  );
  const choose = (field: string, isTaken: boolean) =>
    setTaken(
      (before) => new Set(isTaken ? [...before, field] : [...before].filter((each) => each !== field)),
    );
  const name = shownName(merged, locale);
  const run = async () => {
    const answer = await merge.run({
      ...refOf(kind, kept.id),
      ...{ version: kept.version, mergedId: merged.id, mergedVersion: merged.version, fields: [...taken] },
    });
    if (!answer.ok) return;
    const { mergeId } = answer.value;
    toast({
      text: t('done', { merged: name, kept: shownName(kept, locale) }),
      undo: async () => void (await undo.run({ ...refOf(kind, kept.id), mergeId })),
    });
    router.push(path);
    router.refresh();
  };
  if (preview.both.length > 0)
    return (
      <ErrorNotice title={t('both', { count: preview.both.length })}>
        <p>{preview.both.map((party) => shownName(party, locale)).join(', ')}</p>
        <p>{t('bothNext')}</p>
      </ErrorNotice>
    );
  return (
    <>
      {differing.length > 0 && (
        <Panel title={t('fields')}>
          {differing.map(({ field, label, ofKept, ofMerged }) => (
            <ChoiceGroup
              key={field}
              name={field}
              label={label}
              layout="column"
              value={taken.has(field) ? 'merged' : 'kept'}
              choices={[
                { value: 'kept', label: ofKept || t('empty') },
                { value: 'merged', label: ofMerged || t('empty') },
              ]}
              onChange={({ target }) => choose(field, target.value === 'merged')}
            />
          ))}
        </Panel>
      )}
      <Panel title={t('comes', { merged: name })}>
        <Coming kind={kind} preview={preview} />
        <p className="text-ink-2">{t('archived', { merged: name })}</p>
      </Panel>
      <FormProblems errors={merge.errors} failed={merge.failed} />
      <Button tone="primary" className="justify-self-start" busy={merge.isBusy} onClick={() => void run()}>
        {t('merge')}
      </Button>
    </>
  );
}

function Coming({ kind, preview }: Pick<Props, 'kind' | 'preview'>) {
  const t = useTranslations('party.merge');
  const { contacts, materials, people, pairs, meetings, amounts, left } = preview;
  return (
    <ul className="grid list-disc gap-1 ps-5">
      <li>{t('pairs', { count: pairs, meetings, amounts })}</li>
      <li>{t('contacts', { count: contacts })}</li>
      <li>{t('materials', { count: materials })}</li>
      {kind === 'startup' && <li>{t('people', { count: people })}</li>}
      {left > 0 && <li>{t('left', { count: left })}</li>}
    </ul>
  );
}

/** The fields in which two profiles differ, as their reader knows them. */
function useDifferences(kind: PartyKind, kept: PartyDetail, merged: PartyDetail) {
  const label = usePartyLabel(kind);
  const text = usePartyText();
  const textOf = (party: PartyDetail, field: string) => {
    const value: unknown = Reflect.get(party, field);
    return value === null || value === undefined ? '' : text(field, value);
  };
  return PARTY_LOOKS[kind].fields
    .map(({ name }) => ({
      ...{ field: name, label: label(name) },
      ...{ ofKept: textOf(kept, name), ofMerged: textOf(merged, name) },
    }))
    .filter(({ ofKept, ofMerged }) => ofKept !== ofMerged);
}
