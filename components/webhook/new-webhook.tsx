'use client';

import { useTranslations } from 'next-intl';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { KeyDialog } from '@/components/form/key-dialog';
import { useForm } from '@/components/form/use-form';
import { CheckList } from '@/components/ui/check-list';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextInput } from '@/components/ui/text-input';
import { webhookOperations } from '@/lib/webhook/operations';

/** What an office follows as a rule; scripts name any operation. */
const NOUNS = ['pair', 'meeting', 'outcome', 'amount', 'wave', 'timetable', 'startup', 'investor'] as const;
export type WebhookNoun = (typeof NOUNS)[number];
const EMPTY = { url: '', extent: 'all' as 'all' | 'some', nouns: [] as string[], programs: [] as string[] };

export type WebhookProgram = { id: string; name: string };
type Props = { programs: readonly WebhookProgram[]; onClose: () => void };

export function isNoun(word: string): word is WebhookNoun {
  return (NOUNS as readonly string[]).includes(word);
}

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
    initial: EMPTY,
    operation: webhookOperations.createWebhook,
    input: ({ url, extent, nouns, programs: chosen }) => ({
      url,
      events: extent === 'all' ? ['*'] : nouns.map((noun) => `${noun}.*`),
      programs: chosen,
    }),
    done: ({ key }) => onMade(key),
  });
  const { values } = form;
  return (
    <form {...form.props} className="grid gap-5 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput
        label={t('url')}
        hint={t('urlHint')}
        type="url"
        required
        maxLength={500}
        autoComplete="off"
        {...form.field('url')}
      />
      <ChoiceGroup
        label={t('events')}
        choices={[
          { value: 'all' as const, label: t('everything') },
          { value: 'some' as const, label: t('someOnly') },
        ]}
        {...form.field('extent')}
      />
      {values.extent === 'some' && (
        <CheckList
          label={t('someOnly')}
          labelHidden
          layout="pairs"
          choices={NOUNS.map((noun) => ({ value: noun, label: t(`event.${noun}`) }))}
          chosen={values.nouns}
          onChange={(chosen) => form.set('nouns', chosen)}
        />
      )}
      {programs.length > 1 && (
        <CheckList
          label={t('programs')}
          hint={t('programsHint')}
          choices={programs.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={values.programs}
          onChange={(chosen) => form.set('programs', chosen)}
          error={form.error('programs')}
        />
      )}
      <DialogButtons save={t('make')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
