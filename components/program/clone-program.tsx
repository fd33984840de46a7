'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { programOperations } from '@/lib/program/operations';
import { slugOf } from '@/lib/program/rules';
import { CLONE_PARTS, type ClonePart } from '@/lib/program/schema';
import type { ProgramContents } from '@/lib/program/schema/settings';

type Props = { contents: ProgramContents };

/** What has to go along with it. */
const NEEDS: Partial<Record<ClonePart, ClonePart>> = { slots: 'stages', targets: 'stages' };

/** The parts with one more or less: what needs another takes it along, and goes when that goes. */
function withPart(parts: readonly string[], part: ClonePart, isIn: boolean): string[] {
  const need = NEEDS[part];
  return CLONE_PARTS.filter((each) => {
    if (each === part) return isIn;
    if (isIn && each === need) return true;
    return parts.includes(each) && (isIn || NEEDS[each] !== part);
  });
}

/** Makes a new program from this one; what goes along is chosen, with how much there is of it. */
export function CloneProgram({ contents }: Props) {
  const t = useTranslations('program.clone');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('action')}</Button>
      {isOpen && <CloneDialog contents={contents} onClose={() => setOpen(false)} />}
    </>
  );
}

function CloneDialog({ contents, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('program.clone');
  const words = useTranslations('program.form');
  const router = useRouter();
  const toast = useToast();
  const form = useForm({
    initial: { name: '', nameEn: '', slug: '', startsOn: '', parts: [...CLONE_PARTS] as string[] },
    operation: programOperations.cloneProgram,
    input: (values) => ({
      ...values,
      parts: values.parts as ClonePart[],
      startsOn: values.startsOn || null,
    }),
    done: ({ slug }) => {
      toast({ text: t('done') });
      router.push(`/programs/${slug}/setup`);
    },
  });
  const { values, set, field } = form;
  const followsName = values.slug === slugOf(values.nameEn);
  const movesDays = contents.stages > 0 && values.parts.includes('stages');
  return (
    <Dialog open onClose={onClose} title={t('heading')} description={t('text')} locked={form.busy}>
      <form {...form.props} className="grid gap-5 pb-5">
        <FormProblems errors={form.problems} failed={form.failed} />
        <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
          <TextInput label={t('name')} required maxLength={120} lang="ko" {...field('name')} />
          <TextInput
            label={t('nameEn')}
            maxLength={120}
            lang="en"
            {...field('nameEn')}
            onChange={(event) => {
              set('nameEn', event.target.value);
              if (followsName) set('slug', slugOf(event.target.value));
            }}
          />
        </div>
        <TextInput
          label={t('slug')}
          hint={words('slugHint')}
          required
          maxLength={60}
          autoCapitalize="none"
          spellCheck={false}
          {...field('slug')}
        />
        {movesDays && (
          <DateInput label={t('startsOn')} hint={t('startsOnHint')} required {...field('startsOn')} />
        )}
        <CloneParts
          contents={contents}
          parts={values.parts}
          error={form.error('parts')}
          onChange={(parts) => set('parts', parts)}
        />
        <DialogButtons save={t('submit')} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type PartsProps = Props & {
  parts: readonly string[];
  error: string | undefined;
  onChange: (parts: string[]) => void;
};

function CloneParts({ contents, parts, error, onChange }: PartsProps) {
  const t = useTranslations('program.clone');
  const format = useFormatter();
  const labelOf = (part: ClonePart) =>
    part === 'settings'
      ? t(`part.${part}`)
      : `${t(`part.${part}`)} (${t('count', { count: format.number(contents[part]) })})`;
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 font-bold">{t('parts')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {CLONE_PARTS.map((part) => (
          <Checkbox
            key={part}
            label={labelOf(part)}
            checked={parts.includes(part)}
            disabled={part !== 'settings' && contents[part] === 0}
            onChange={(event) => onChange(withPart(parts, part, event.target.checked))}
          />
        ))}
      </div>
      <FormError problems={error ? [{ key: 'parts', text: error }] : []} />
      <p className="pt-2 text-sm text-ink-2">
        {t('leaves', {
          meetings: format.number(contents.meetings),
          outcomes: format.number(contents.outcomes),
          amounts: format.number(contents.amounts),
        })}
      </p>
      <p className="text-sm text-ink-2">{t('consent')}</p>
    </fieldset>
  );
}
