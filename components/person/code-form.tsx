'use client';

import { useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { TextInput } from '@/components/ui/text-input';
import type { Operation } from '@/lib/core/operation';
import { accountOperations } from '@/lib/person/operations/account';

type CodeFormProps<Out> = {
  operation: Operation<{ code: string }, Out>;
  submit: string;
  /** Which codes are taken, where it is not both kinds. */
  hint?: string;
  onDone: (value: Out) => void;
};

/** One field for a code of the app or a recovery code. */
export function CodeForm<Out>({ operation, submit, hint, onDone }: CodeFormProps<Out>) {
  const t = useTranslations('common');
  const form = useForm({ initial: { code: '' }, operation, input: (values) => values, done: onDone });
  return (
    <form {...form.props} className="grid gap-4 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput
        label={t('code')}
        hint={hint ?? t('codeHint')}
        required
        maxLength={60}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        {...form.field('code')}
      />
      <Button type="submit" tone="primary" busy={form.busy} className="justify-self-end max-sm:w-full">
        {submit}
      </Button>
    </form>
  );
}

/** The code that a sign-in waits for; then the page that was asked for. */
export function SignInCodeForm({ next }: { next: string }) {
  const t = useTranslations('viewer.code');
  return (
    <CodeForm
      operation={accountOperations.giveCode}
      submit={t('submit')}
      onDone={() => window.location.assign(next)}
    />
  );
}
