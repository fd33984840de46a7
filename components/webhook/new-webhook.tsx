'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { ShownOnce } from '@/components/form/shown-once';
import { useForm } from '@/components/form/use-form';
import { Checkbox } from '@/components/ui/checkbox';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { Dialog } from '@/components/ui/dialog';
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
  const [made, setMade] = useState<string | null>(null);
  return (
    <Dialog open onClose={onClose} title={made ? t('madeTitle') : t('addTitle')} locked={made !== null}>
      {made ? (
        <ShownOnce label={t('key')} warning={t('madeText')} kept={t('kept')} value={made} onClose={onClose} />
      ) : (
        <WebhookForm programs={programs} onMade={setMade} onClose={onClose} />
      )}
    </Dialog>
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
  const choose = (list: 'nouns' | 'programs', id: string, isChosen: boolean) =>
    form.set(list, isChosen ? [...values[list], id] : values[list].filter((one) => one !== id));
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
        <fieldset className="grid grid-cols-2 gap-x-4">
          <legend className="sr-only">{t('someOnly')}</legend>
          {NOUNS.map((noun) => (
            <Checkbox
              key={noun}
              label={t(`event.${noun}`)}
              checked={values.nouns.includes(noun)}
              onChange={(event) => choose('nouns', noun, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
      {programs.length > 1 && (
        <fieldset className="grid gap-1">
          <legend className="pb-1 font-bold">{t('programs')}</legend>
          <p className="text-sm text-ink-2">{t('programsHint')}</p>
          <div className="max-h-52 overflow-y-auto">
            {programs.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={values.programs.includes(id)}
                onChange={(event) => choose('programs', id, event.target.checked)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <DialogButtons save={t('make')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
