'use client';

import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/text-input';
import type { Operation } from '@/lib/core/operation';
import { DialogButtons } from './form-buttons';
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
        <TextInput label={label} required maxLength={maxLength} autoComplete="off" {...form.field('name')} />
        <DialogButtons busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
