'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/text-input';
import type { Operation } from '@/lib/core/operation';
import { FormProblems } from './form-problems';
import { useForm } from './use-form';

type Props<In extends object, Out> = {
  title: string;
  label: string;
  /** The name as it is now. */
  name: string;
  maxLength: number;
  operation: Operation<In, Out>;
  input: (name: string) => In;
  onClose: () => void;
  done?: () => void;
};

/** Asks for another name; closes when it is kept. */
export function RenameDialog<In extends object, Out>(props: Props<In, Out>) {
  const { title, label, name, maxLength, operation, input, onClose, done } = props;
  const common = useTranslations('common');
  const form = useForm({
    initial: { name },
    operation,
    input: (values) => input(values.name),
    done: () => {
      onClose();
      done?.();
    },
  });
  return (
    <Dialog open size="sm" onClose={onClose} title={title} locked={form.busy}>
      <form {...form.props} className="grid gap-4 pb-5">
        <FormProblems errors={form.problems} failed={form.failed} />
        <TextInput
          label={label}
          name="name"
          required
          maxLength={maxLength}
          autoComplete="off"
          value={form.values.name}
          error={form.error('name')}
          onChange={(event) => form.set('name', event.target.value)}
        />
        <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" tone="primary" busy={form.busy}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
