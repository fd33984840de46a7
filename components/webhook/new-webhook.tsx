'use client';

import { useTranslations } from 'next-intl';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { KeyDialog } from '@/components/form/key-dialog';
import { useForm } from '@/components/form/use-form';
import { webhookOperations } from '@/lib/webhook/operations';
import { eventsOfValues, valuesOfWebhook, WebhookFields, type WebhookProgram } from './webhook-fields';

type Props = { programs: readonly WebhookProgram[]; onClose: () => void };

/** First where to and what, then the key that deliveries are signed with: once. */
export function NewWebhookDialog({ programs, onClose }: Props) {
  const t = useTranslations('webhook');
  const words = {
    add: t('addTitle'),
    made: t('madeTitle'),
    label: t('key'),
    warning: t('madeText'),
    kept: t('kept'),
  };
  return (
    <KeyDialog words={words} onClose={onClose}>
      {(onMade) => <WebhookForm programs={programs} onMade={onMade} onClose={onClose} />}
    </KeyDialog>
  );
}

function WebhookForm({ programs, onMade, onClose }: Props & { onMade: (key: string) => void }) {
  const t = useTranslations('webhook');
  const form = useForm({
    initial: valuesOfWebhook({ url: '', events: ['*'], programIds: [] }),
    operation: webhookOperations.createWebhook,
    input: (values) => ({ url: values.url, events: eventsOfValues(values), programs: values.programs }),
    done: ({ key }) => onMade(key),
  });
  return (
    <form {...form.props} className="grid gap-5 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <WebhookFields form={form} programs={programs} />
      <DialogButtons save={t('make')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
