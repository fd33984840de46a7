'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { SizeQuestion, useMoneyReading } from '@/components/amount/typed-amount';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import type { ComboboxOption } from '@/components/ui/combobox-filter';
import type { TypedMoney } from '@/components/ui/money-input';
import { type InputReading, ReadingNote } from '@/components/ui/reading-note';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { isAboutSize } from '@/lib/amount/rules/size';
import { formatMoney, money } from '@/lib/core/money';
import { programOperations } from '@/lib/program/operations';
import { ProgramFields } from '../program-fields';
import {
  type AmountLimit,
  type Basics,
  type BasicsRecord,
  fromRecord,
  LIMITS,
  largeLimitFrom,
  misreadLimit,
  problemOfLimit,
  readLimit,
  toRecord,
} from './basics-values';

type Props = {
  version: number;
  initial: BasicsRecord;
  zones: readonly ComboboxOption[];
  day: string;
};

export function BasicsForm({ version, initial, zones, day }: Props) {
  const t = useTranslations('program.form');
  const locale = useLocale();
  const toast = useToast();
  const saved = fromRecord(initial, locale);
  // The limit of unusual size that was said to be right, as it was typed.
  const [confirmed, setConfirmed] = useState<Partial<Record<AmountLimit, string>>>({});
  const size = useTranslations('error.money');
  const check = (values: Basics) =>
    LIMITS.flatMap((limit) => {
      const [typed, currency] = [values[limit], values.baseCurrency];
      const reason =
        typed === saved[limit] ? null : problemOfLimit(typed, currency, confirmed[limit] === typed);
      if (reason === null) return [];
      const message = isAboutSize(reason) ? size(reason) : t(reason, { currency });
      return [{ reason, field: [limit], message }];
    });
  const askedOf = (limit: AmountLimit) =>
    form.errors.find(({ reason, field }) => field.at(-1) === limit && isAboutSize(reason))?.message;
  const form = useEdit({
    initial: saved,
    version,
    operation: programOperations.editProgram,
    // A limit is typed in the currency the form holds: somebody else may have changed it since the page was read.
    input: ({ changes, base, version: read }, { baseCurrency }) => ({
      version: read,
      changes: toRecord(changes, baseCurrency),
      base: toRecord(base, base.baseCurrency ?? baseCurrency),
    }),
    check,
    valuesOf: (record: BasicsRecord) => fromRecord(record, locale),
    done: () => toast({ text: t('saved') }),
  });
  return (
    <form {...form.props} className="grid max-w-2xl gap-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <ConflictPanel form={form} label={(field) => t(field as keyof Basics)} />
      <ProgramFields
        values={form.values}
        set={form.set}
        error={form.error}
        zones={zones}
        day={day}
        stamp={form.stamp}
      />
      {LIMITS.map((limit) => (
        <LimitField
          key={limit}
          field={limit}
          value={form.values[limit]}
          currency={form.values.baseCurrency}
          isChanged={form.values[limit] !== saved[limit]}
          error={askedOf(limit) ? undefined : form.error(limit)}
          asked={askedOf(limit)}
          confirmed={confirmed[limit] === form.values[limit]}
          onChange={(text) => form.set(limit, text)}
          onConfirm={(isRight) =>
            setConfirmed((before) => ({ ...before, [limit]: isRight ? form.values[limit] : undefined }))
          }
        />
      ))}
      <FormButtons save={t('save')} busy={form.busy} />
    </form>
  );
}

type LimitProps = {
  field: AmountLimit;
  value: string;
  currency: string;
  /** It is another one than was saved: only then is its size asked about. */
  isChanged: boolean;
  error: string | undefined;
  /** The question of a save that was refused for the limit's size. */
  asked: string | undefined;
  confirmed: boolean;
  onChange: (text: string) => void;
  onConfirm: (isRight: boolean) => void;
};

/** An amount from which on something is asked, as a person types it; says below how it is read. */
function LimitField(props: LimitProps) {
  const { field, value, currency, isChanged, error, asked, confirmed, onChange, onConfirm } = props;
  const t = useTranslations('program.form');
  return (
    <div className="grid gap-1.5">
      <TextInput
        label={t(field)}
        note={t('optional')}
        hint={t(`${field}Hint`)}
        suffix={currency}
        name={field}
        autoComplete="off"
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <ReadingNote
        reading={useLimitReading(field, value, currency)}
        isShownAbove={Boolean(error)}
        onChoose={(choice) => onChange(choice.text)}
      />
      {isChanged && readLimit(value, currency) !== undefined && (
        <SizeQuestion
          typed={{ text: value, currency }}
          largeFrom={largeLimitFrom(currency)}
          {...{ confirmed, asked }}
          onChange={onConfirm}
        />
      )}
    </div>
  );
}

function useLimitReading(field: AmountLimit, value: string, currency: string): InputReading<TypedMoney> {
  const t = useTranslations('program.form');
  const locale = useLocale();
  const read = useMoneyReading();
  const limit = readLimit(value, currency);
  if (limit === null) return null;
  if (limit === undefined) {
    const reading = read(value, currency);
    const isQuestion = reading?.ok === false && reading.choices !== undefined;
    return isQuestion ? reading : { ok: false, reason: t(misreadLimit(value, currency), { currency }) };
  }
  const amount = formatMoney(money(limit, currency), locale);
  return { ok: true, reading: t(`${field}Reads`, { amount }) };
}
