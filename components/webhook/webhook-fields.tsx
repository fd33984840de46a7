import { useTranslations } from 'next-intl';
import type { useForm } from '@/components/form/use-form';
import { CheckList } from '@/components/ui/check-list';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextInput } from '@/components/ui/text-input';

/** What an office follows as a rule; scripts name any operation. */
const NOUNS = ['pair', 'meeting', 'outcome', 'amount', 'wave', 'timetable', 'startup', 'investor'] as const;
type WebhookNoun = (typeof NOUNS)[number];

export type WebhookProgram = { id: string; name: string };
export type WebhookValues = { url: string; extent: 'all' | 'some'; chosen: string[]; programs: string[] };

const nounOf = (event: string) => NOUNS.find((noun) => event === `${noun}.*`);
const isEverything = (events: readonly string[]) => events.includes('*');

/** What the form holds of a webhook. Single operations, which only scripts name, can be kept and left out. */
export function valuesOfWebhook({
  url,
  events,
  programIds,
}: {
  url: string;
  events: readonly string[];
  programIds: readonly string[];
}): WebhookValues {
  const extent = isEverything(events) ? 'all' : 'some';
  return { url, extent, chosen: extent === 'all' ? [] : [...events], programs: [...programIds] };
}

export function eventsOfValues({ extent, chosen }: WebhookValues): string[] {
  return extent === 'all' ? ['*'] : chosen;
}

/** An event in words: `meeting.*` by its noun, a single operation by its name in the API. */
export function useEventWords(): (event: string) => string {
  const t = useTranslations('webhook');
  return (event) => {
    if (event === '*') return t('everything');
    const noun: WebhookNoun | undefined = nounOf(event);
    return noun ? t(`event.${noun}`) : event;
  };
}

type Props = {
  form: Pick<ReturnType<typeof useForm<WebhookValues, unknown>>, 'values' | 'field' | 'set' | 'error'>;
  programs: readonly WebhookProgram[];
  /** Events that stand beside the nouns: those that were named by a script. */
  others?: readonly string[];
};

/** Where to, what, and of which programs. */
export function WebhookFields({ form, programs, others = [] }: Props) {
  const t = useTranslations('webhook');
  const wordFor = useEventWords();
  const { values } = form;
  return (
    <>
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
          choices={[...NOUNS.map((noun) => `${noun}.*`), ...others].map((event) => ({
            value: event,
            label: wordFor(event),
          }))}
          chosen={values.chosen}
          onChange={(chosen) => form.set('chosen', chosen)}
          error={form.error('events')}
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
    </>
  );
}
