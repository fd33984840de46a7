'use client';

import { useTranslations } from 'next-intl';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { KeyDialog } from '@/components/form/key-dialog';
import { useForm } from '@/components/form/use-form';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import { webhookOperations } from '@/lib/webhook/operations';
import { OLD_KEY_HOURS } from '@/lib/webhook/rules';
import { eventsOfValues, valuesOfWebhook, WebhookFields, type WebhookProgram } from './webhook-fields';

export type EditedWebhook = {
  id: string;
  version: number;
  url: string;
  events: readonly string[];
  programIds: readonly string[];
};
type Props = { webhook: EditedWebhook; onClose: () => void };

/** Where it sends to, and what; its key stays. */
export function EditWebhookDialog({
  webhook,
  programs,
  onClose,
}: Props & { programs: readonly WebhookProgram[] }) {
  const t = useTranslations('webhook');
  const toast = useToast();
  const { id: webhookId, version, events } = webhook;
  const form = useForm({
    initial: valuesOfWebhook(webhook),
    operation: webhookOperations.editWebhook,
    input: (values) => ({
      ...{ webhookId, version, url: values.url },
      ...{ events: eventsOfValues(values), programs: values.programs },
    }),
    done: () => {
      onClose();
      toast({ text: t('edited', { url: form.values.url }) });
    },
  });
  return (
    <Dialog open onClose={onClose} title={t('editTitle')} locked={form.busy}>
      <form {...form.props} className="grid gap-5 pb-5">
        <FormProblems errors={form.problems} failed={form.failed} />
        <WebhookFields
          form={form}
          programs={programs}
          others={events.filter((event) => !event.endsWith('*'))}
        />
        <DialogButtons busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

/** A new key, shown once; whether the one before goes on for a day is asked first. */
export function ReplaceKeyDialog({ webhook, onClose }: Props) {
  const t = useTranslations('webhook');
  const words = {
    add: t('replaceTitle'),
    made: t('replacedTitle'),
    label: t('key'),
    warning: t('madeText'),
    kept: t('kept'),
  };
  return (
    <KeyDialog words={words} onClose={onClose}>
      {(onMade) => <ReplaceKeyForm webhook={webhook} onMade={onMade} onClose={onClose} />}
    </KeyDialog>
  );
}

function ReplaceKeyForm({ webhook, onMade, onClose }: Props & { onMade: (key: string) => void }) {
  const t = useTranslations('webhook');
  const form = useForm({
    initial: { old: 'goesOn' as 'goesOn' | 'ends' },
    operation: webhookOperations.replaceKey,
    input: ({ old }) => ({ webhookId: webhook.id, endsOldKey: old === 'ends' }),
    done: ({ key }) => onMade(key),
  });
  return (
    <form {...form.props} className="grid gap-5 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <p className="wrap-anywhere">{t('replaceText', { url: webhook.url })}</p>
      <ChoiceGroup
        label={t('oldKey')}
        choices={[
          { value: 'goesOn' as const, label: t('oldGoesOn', { hours: OLD_KEY_HOURS }) },
          { value: 'ends' as const, label: t('oldEnds') },
        ]}
        {...form.field('old')}
      />
      <DialogButtons save={t('replace')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
