'use client';

import { Paperclip, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { UPLOAD_PATIENCE_MS, useChosenFile } from '@/components/file/use-chosen-file';
import { useFailureText } from '@/components/form/failure-words';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { fileOperations } from '@/lib/file/operations';
import { MEDIA_TYPES } from '@/lib/file/rules';

export type Evidence = { words: string; file: File | null };

type Props = {
  value: Evidence;
  hint: string;
  error: string | undefined;
  onChange: (value: Evidence) => void;
};

/** What an amount rests on: in words, as a file, or both. */
export function EvidenceField({ value, hint, error, onChange }: Props) {
  const t = useTranslations('file');
  const amount = useTranslations('amount');
  const { field, choose } = useChosenFile({
    label: t('chooseEvidence'),
    types: MEDIA_TYPES,
    onChosen: (file) => onChange({ ...value, file }),
  });
  return (
    <div className="grid content-start gap-1.5">
      <TextInput
        label={amount('evidence')}
        value={value.words}
        maxLength={300}
        hint={error ? undefined : hint}
        error={error}
        onChange={(event) => onChange({ ...value, words: event.target.value })}
      />
      {field}
      {value.file ? (
        <p className="flex items-center gap-1 text-sm">
          <Paperclip aria-hidden="true" size={16} className="shrink-0 text-ink-2" />
          <span className="min-w-0 [overflow-wrap:anywhere]">{value.file.name}</span>
          <IconButton
            label={t('withdraw', { name: value.file.name })}
            icon={<X aria-hidden="true" size={16} />}
            onClick={() => onChange({ ...value, file: null })}
          />
        </p>
      ) : (
        <Button
          size="sm"
          className="justify-self-start"
          icon={<Paperclip aria-hidden="true" size={16} />}
          onClick={choose}
        >
          {t('attach')}
        </Button>
      )}
      <p className="text-xs text-ink-2">{t('attachText')}</p>
    </div>
  );
}

/** The words of a file without words of its own are its name. */
export function wordsOfEvidence({ words, file }: Evidence): string {
  return words.trim() || (file?.name.slice(0, 300) ?? '');
}

/** Attaches a file to an amount that has just been recorded. What goes wrong then takes nothing back, and is said. */
export function useAttaching() {
  const t = useTranslations('file');
  const toast = useToast();
  const textOf = useFailureText();
  const { run, isBusy } = useOperation(fileOperations.addEvidence, { patience: UPLOAD_PATIENCE_MS });
  const attach = async (pairId: string, amountId: string, file: File) => {
    const answer = await run({ pairId, amountId, file });
    if (!answer.ok) toast({ tone: 'danger', text: t('attachLater', { problem: textOf(answer) }) });
  };
  return { attach, isAttaching: isBusy };
}
