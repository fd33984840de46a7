'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { invitationOperations } from '@/lib/invitation/operations';

type Props = {
  /** A link that sets a password, or one that signs in. */
  of: 'forgot' | 'byMail';
  /** The page that the link is to lead to. */
  next?: string;
};

/** Asks for a link by mail. Says the same whether or not the address has an account. */
export function RequestMailForm({ of, next }: Props) {
  const t = useTranslations('viewer');
  const [isSent, setIsSent] = useState(false);
  const form = useForm({
    initial: { email: '' },
    operation:
      of === 'forgot' ? invitationOperations.requestPassword : invitationOperations.requestSignInLink,
    input: (values) => (of === 'byMail' && next ? { ...values, next } : values),
    done: () => setIsSent(true),
  });
  if (isSent) {
    return (
      <div className="grid justify-items-start gap-4">
        <div role="status">
          <Notice tone="info" title={t(`${of}.sentTitle`)}>
            <p>{t(`${of}.sent`)}</p>
            <p>{t(`${of}.notArrived`)}</p>
          </Notice>
        </div>
        <LinkButton href="/sign-in">{t(`${of}.back`)}</LinkButton>
      </div>
    );
  }
  return (
    <form {...form.props} method="post" className="grid gap-4">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        {...form.field('email')}
      />
      <Button type="submit" tone="primary" size="lg" wide busy={form.busy}>
        {t(`${of}.submit`)}
      </Button>
      <TextLink href="/sign-in" className="justify-self-start text-sm">
        {t(`${of}.back`)}
      </TextLink>
    </form>
  );
}
