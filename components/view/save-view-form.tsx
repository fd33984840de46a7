'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { viewOperations } from '@/lib/view/operations';
import { hasDate, type ViewNoun, viewAddress } from '@/lib/view/rules';

type Props = { noun: ViewNoun; search: string; canShare: boolean; onChange: () => void };

/** Keeps the list as it stands under a name; where it shows a past day, that day or the day it is opened. */
export function SaveViewForm({ noun, search, canShare, onChange }: Props) {
  const t = useTranslations('view');
  const toast = useToast();
  const form = useForm({
    initial: { name: '', shared: false as boolean, fixed: true as boolean },
    operation: viewOperations.saveView,
    input: ({ name, shared, fixed }) => ({ noun, name, shared, address: viewAddress(search, fixed) }),
    done: () => {
      toast({ text: t('saved') });
      onChange();
    },
  });
  return (
    <form {...form.props} className="grid gap-3 border-t border-line pt-3">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput label={t('name')} required maxLength={80} autoComplete="off" {...form.field('name')} />
      {hasDate(search) && (
        <Checkbox
          label={t('fixed')}
          checked={form.values.fixed}
          onChange={(event) => form.set('fixed', event.target.checked)}
        />
      )}
      {canShare && (
        <Checkbox
          label={t('share')}
          checked={form.values.shared}
          onChange={(event) => form.set('shared', event.target.checked)}
        />
      )}
      <Button type="submit" size="sm" tone="primary" disabled={form.busy}>
        {t('save')}
      </Button>
    </form>
  );
}
