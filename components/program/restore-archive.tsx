'use client';

import { FileArchive } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { errorAt, errorsElsewhere } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { FileDrop } from '@/components/ui/file-drop';
import { Panel } from '@/components/ui/panel';
import { ProgressBar } from '@/components/ui/progress-bar';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { formatNumber } from '@/lib/core/dates';
import { MOST_ARCHIVE_BYTES } from '@/lib/core/operation';
import type { StepProgress } from '@/lib/core/progress';
import type { FieldError } from '@/lib/core/result';
import type { ArchivePreview } from '@/lib/transfer/schema';
import { ArchiveContents } from './archive-contents';
import { useRestore } from './use-restore';

/** An archive is chosen, shown, and then made a program of: nothing is written before the last press. */
export function RestoreArchive() {
  const t = useTranslations('archive');
  const toast = useToast();
  const { shown, progress, failure, look, restore, forget } = useRestore();
  const errors = failure?.errors ?? [];
  const take = (file: File) => {
    if (file.size > MOST_ARCHIVE_BYTES) toast({ tone: 'danger', text: t('refusal.file_too_large') });
    else void look(file);
  };
  return (
    <div className="grid max-w-4xl gap-6">
      <p className="max-w-prose text-ink-2">{t('text')}</p>
      <FormProblems
        errors={shown ? errorsElsewhere(errors, ['name', 'nameEn', 'slug']) : errors}
        failed={failure?.failed ?? null}
      />
      {shown && (
        <Panel title={t('contents.title')} note={shown.file.name}>
          <ArchiveContents preview={shown.preview} />
        </Panel>
      )}
      {shown ? (
        <RestoreForm
          // Another archive has other names.
          key={shown.preview.takenAt}
          preview={shown.preview}
          errors={errors}
          isBusy={progress !== null}
          onCancel={forget}
          onRestore={(names) => void restore({ file: shown.file, ...names })}
        />
      ) : (
        !progress && (
          <FileDrop
            icon={<FileArchive aria-hidden="true" size={28} className="text-ink-2" />}
            words={{ drop: t('drop'), choose: t('choose'), limits: t('limits') }}
            accept=".zip,application/zip"
            onFile={take}
          />
        )
      )}
      {progress && <RestoreProgress progress={progress} />}
    </div>
  );
}

function RestoreProgress({ progress: { step, done, of } }: { progress: StepProgress }) {
  const t = useTranslations('archive.progress');
  const locale = useLocale();
  if (step !== 'upload')
    return (
      <ProgressBar
        label={t('rows', { done: formatNumber(done, locale), of: formatNumber(of, locale) })}
        done={done}
        of={of}
      />
    );
  if (done >= of) return <ProgressBar label={t('read')} done={0} of={0} />;
  return <ProgressBar label={t('upload', { percent: Math.floor((done / of) * 100) })} done={done} of={of} />;
}

type Names = { name: string; nameEn: string; slug: string; keepMembers: boolean };
type FormProps = {
  preview: ArchivePreview;
  errors: readonly FieldError[];
  isBusy: boolean;
  onCancel: () => void;
  onRestore: (names: Names) => void;
};

function RestoreForm({ preview: { program, slug }, errors, isBusy, onCancel, onRestore }: FormProps) {
  const t = useTranslations('archive');
  const words = useTranslations('program.form');
  const [names, setNames] = useState<Names>({
    name: program.name,
    nameEn: program.nameEn,
    slug,
    keepMembers: false,
  });
  const field = (key: 'name' | 'nameEn' | 'slug') => ({
    name: key,
    value: names[key],
    error: errorAt(errors, key),
    onChange: (event: { target: { value: string } }) => setNames({ ...names, [key]: event.target.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onRestore(names);
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
        <TextInput label={words('name')} required maxLength={120} lang="ko" {...field('name')} />
        <TextInput label={words('nameEn')} maxLength={120} lang="en" {...field('nameEn')} />
      </div>
      <TextInput
        label={words('slug')}
        hint={words('slugHint')}
        required
        maxLength={60}
        autoCapitalize="none"
        spellCheck={false}
        {...field('slug')}
      />
      <Checkbox
        label={t('keepMembers')}
        hint={t('keepMembersHint')}
        checked={names.keepMembers}
        onChange={(event) => setNames({ ...names, keepMembers: event.target.checked })}
      />
      <div className="flex flex-wrap justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={onCancel} disabled={isBusy}>
          {t('another')}
        </Button>
        <Button type="submit" tone="primary" busy={isBusy}>
          {t('restore')}
        </Button>
      </div>
    </form>
  );
}
