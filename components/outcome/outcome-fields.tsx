'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ClosedPairChoice, SizeQuestion, useMoneyReading } from '@/components/amount/typed-amount';
import { Chips } from '@/components/ui/chips';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { DateInput } from '@/components/ui/date-input';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { ASKED_TOPICS } from '@/lib/outcome/rules';
import { type Attendance, type OutcomeDraft, type OutcomeFacts, wordOfMet } from './outcome-draft';
import type { FieldErrors } from './use-outcome-form';

type Props = {
  facts: OutcomeFacts;
  draft: OutcomeDraft;
  errors: FieldErrors;
  onChange: (changes: Partial<OutcomeDraft>) => void;
};

const CHOICES = ['held', 'investor', 'startup'] as const;
const INTERESTS = ['1', '2', '3', '4', '5'] as const;

/** The eight fields; four of them one tap each, and the first may be the last. */
export function OutcomeFields({ facts, draft, errors, onChange }: Props) {
  const t = useTranslations('outcome');
  const met = CHOICES.filter((value) => facts.offered.includes(value));
  return (
    <>
      <ChoiceGroup
        label={t('met.label')}
        name="met"
        choices={met.map((value) => ({ value, label: t(`met.${wordOfMet(value, facts.asStartup)}`) }))}
        value={draft.met}
        onChange={(event) => onChange({ met: event.target.value as Attendance })}
      />
      {facts.offered.length === 1 && facts.asStartup && (
        <p className="text-sm text-ink-2">{t('met.byOffice')}</p>
      )}
      {draft.met === 'held' && (
        <>
          <ChoiceGroup
            label={t('interest.label')}
            name="interest"
            choices={INTERESTS.map((value) => ({ value, label: value, hint: t(`interest.${value}`) }))}
            value={draft.interest === null ? '' : String(draft.interest)}
            onChange={(event) => onChange({ interest: Number(event.target.value) })}
            error={errors.interest}
          />
          <AskedField {...{ facts, draft, errors, onChange }} />
          <AmountFields {...{ facts, draft, errors, onChange }} />
          <ClosedPairField {...{ facts, draft, errors, onChange }} />
          <NextStepFields {...{ facts, draft, errors, onChange }} />
          <NoteField {...{ facts, draft, errors, onChange }} />
        </>
      )}
    </>
  );
}

/** The seven most asked; the others one tap away, and open where one of them is chosen. */
const FIRST_TOPICS = 7;

function AskedField({ draft, errors, onChange }: Props) {
  const t = useTranslations('outcome');
  const rest: readonly string[] = ASKED_TOPICS.slice(FIRST_TOPICS);
  const [isOpen, setIsOpen] = useState(draft.asked.some((each) => rest.includes(each)));
  const topics = isOpen ? ASKED_TOPICS : ASKED_TOPICS.slice(0, FIRST_TOPICS);
  return (
    <div className="grid">
      <Chips
        label={t('askedLabel')}
        name="asked"
        chips={topics.map((value) => ({ value, label: t(`asked.${value}`) }))}
        defaultValues={draft.asked}
        addLabel={t('askedAdd')}
        onChange={(asked) => onChange({ asked })}
        error={errors.asked}
      />
      {!isOpen && (
        <button
          type="button"
          className="ui-link justify-self-start py-2 text-sm"
          onClick={() => setIsOpen(true)}
        >
          {t('askedMore')}
        </button>
      )}
    </div>
  );
}

function AmountFields({ facts, draft, errors, onChange }: Props) {
  const t = useTranslations('outcome.money');
  const read = useMoneyReading();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_10.5rem] gap-2">
      <MoneyInput
        label={t('label')}
        name="money"
        currencyName="currency"
        currencyLabel={t('currency')}
        currencies={facts.currencies}
        defaultValue={draft.money}
        defaultCurrency={draft.currency}
        placeholder={t('example')}
        parse={read}
        onChange={(text, currency) => onChange({ money: text, currency, confirmed: false })}
        error={errors.money}
      />
      <Select
        label={t('rung')}
        name="rung"
        options={facts.rungs}
        value={draft.rung}
        onChange={(event) => onChange({ rung: event.target.value as OutcomeDraft['rung'] })}
      />
      <div className="col-span-2">
        <SizeQuestion
          typed={{ text: draft.money, currency: draft.currency }}
          confirmed={draft.confirmed}
          asked={errors.size}
          onChange={(confirmed) => onChange({ confirmed })}
        />
      </div>
    </div>
  );
}

/** Asked once there is money to log on a pair that is closed; one closed meanwhile is asked about by the server. */
function ClosedPairField({ facts, draft, errors, onChange }: Props) {
  const isTyped = facts.isPairClosed && draft.money.trim() !== '';
  if (!isTyped && !draft.closedPair && !errors.closedPair) return null;
  return (
    <ClosedPairChoice
      value={draft.closedPair ?? ''}
      mayReopen={facts.mayReopen}
      error={errors.closedPair}
      onChange={(closedPair) => onChange({ closedPair })}
    />
  );
}

function NextStepFields({ facts, draft, errors, onChange }: Props) {
  const t = useTranslations('outcome.next');
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-[minmax(0,1fr)_9.5rem] gap-2">
        <TextInput
          label={t('label')}
          name="nextStep"
          maxLength={300}
          autoComplete="off"
          value={draft.nextStep}
          onChange={(event) => onChange({ nextStep: event.target.value })}
          error={errors.nextStep}
        />
        <DateInput
          label={t('on')}
          name="nextStepOn"
          value={draft.nextStepOn}
          onChange={(event) => onChange({ nextStepOn: event.target.value })}
          error={errors.nextStepOn}
        />
      </div>
      <NextStepTaps {...{ facts, draft, onChange }} />
    </div>
  );
}

function NoteField({ draft, errors, onChange }: Props) {
  const t = useTranslations('outcome.note');
  const [isOpen, setIsOpen] = useState(draft.note !== '');
  if (!isOpen) {
    return (
      <button type="button" className="ui-link justify-self-start py-2.5" onClick={() => setIsOpen(true)}>
        {t('open')}
      </button>
    );
  }
  return (
    <TextArea
      label={t('label')}
      name="note"
      rows={3}
      maxLength={2000}
      hint={t('hint')}
      autoFocus={draft.note === ''}
      value={draft.note}
      onChange={(event) => onChange({ note: event.target.value })}
      error={errors.note}
    />
  );
}

const STEPS = ['material', 'call', 'model', 'diligence'] as const;

/** First the common steps, then, once there is one, the common dates: a tap each instead of typing. */
function NextStepTaps({ facts, draft, onChange }: Omit<Props, 'errors'>) {
  const t = useTranslations('outcome.next');
  const isFirst = draft.nextStep === '';
  if (!isFirst && draft.nextStepOn !== '') return null;
  const taps = isFirst
    ? STEPS.map((step) => ({ label: t(step), change: { nextStep: t(step) } }))
    : facts.soon.map(({ days, on }) => ({ label: t('days', { days }), change: { nextStepOn: on } }));
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-2">
      <legend className="sr-only">{t(isFirst ? 'suggest' : 'soon')}</legend>
      {taps.map(({ label, change }) => (
        <button key={label} type="button" className="ui-chip text-sm" onClick={() => onChange(change)}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}
