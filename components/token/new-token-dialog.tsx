'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/program/form/form-problems';
import { useForm } from '@/components/program/form/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { createApiTokenAction } from '@/lib/token/actions';

/** First the name, then the key: once, with a button that copies it. */
export function NewTokenDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('token');
  const [made, setMade] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={made ? t('madeTitle') : t('addTitle')} locked={made !== null}>
      {made ? <MadeToken value={made} onClose={onClose} /> : <NameIt onMade={setMade} onClose={onClose} />}
    </Dialog>
  );
}

function NameIt({ onMade, onClose }: { onMade: (key: string) => void; onClose: () => void }) {
  const t = useTranslations('token');
  const common = useTranslations('common');
  const form = useForm({
    initial: { name: '' },
    send: ({ name }) => createApiTokenAction({ name }),
    done: ({ key }: { key: string | null }) => onMade(key ?? ''),
  });
  return (
    <form
      noValidate
      className="grid gap-4 pb-5"
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <FormProblems errors={form.errors.filter(({ field }) => field[0] !== 'name')} failed={form.failed} />
      <TextInput
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={80}
        autoComplete="off"
        value={form.values.name}
        error={form.error('name')}
        onChange={(event) => form.set('name', event.target.value)}
      />
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}

function MadeToken({ value, onClose }: { value: string; onClose: () => void }) {
  const t = useTranslations('token');
  const common = useTranslations('common');
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="grid gap-4 pb-5">
      <Notice tone="warn">{t('madeText')}</Notice>
      <TextInput label={t('key')} readOnly value={value} onFocus={(event) => event.target.select()} />
      <p aria-live="polite" className="sr-only">
        {isCopied ? common('copied') : ''}
      </p>
      <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={copy}>{isCopied ? common('copied') : common('copy')}</Button>
        <Button tone="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
