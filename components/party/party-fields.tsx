'use client';

import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { Chips } from '@/components/ui/chips';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { TextInput } from '@/components/ui/text-input';
import { PARTY_LENGTHS, type PartyKind, SECTORS } from '@/lib/party/rules';
import { PARTY_LOOKS, type PartyField, type PartyValues, usePartyLabel } from './kinds';
import { RoundField, TermField } from './term-fields';

type Form = {
  values: PartyValues;
  set: (field: string, value: string | string[]) => void;
  error: (field: string) => string | undefined;
};
type Props = {
  kind: PartyKind;
  form: Form;
  /** Another number draws those fields anew that keep a state of their own. */
  round: number;
  /** The first field. */
  first?: Ref<HTMLInputElement>;
};

export function PartyFields({ kind, form, round, first }: Props) {
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      {PARTY_LOOKS[kind].fields.map((field, index) => (
        <OneField
          key={OWN_STATE.includes(field.as) ? `${field.name} ${round}` : field.name}
          {...{ kind, form, field }}
          first={index === 0 ? first : undefined}
        />
      ))}
    </div>
  );
}

const OWN_STATE: readonly string[] = ['focus', 'rounds', 'regions', 'sought', 'ticket'];

type FieldProps = Omit<Props, 'round'> & { field: PartyField };

function OneField({ kind, form, field, first }: FieldProps) {
  const t = useTranslations('party.form');
  const sectors = useTranslations('startup.sector');
  const label = usePartyLabel(kind);
  const { name, as, required, lang, hint, wide } = field;
  const max = name in PARTY_LENGTHS ? PARTY_LENGTHS[name as keyof typeof PARTY_LENGTHS] : undefined;
  const choices = SECTORS.map((sector) => ({ value: sector, label: sectors(sector) }));
  const own = {
    ...{ name, lang, required, label: label(name), error: form.error(name) },
    className: wide && 'sm:col-span-2',
  };
  if (as === 'focus') {
    return (
      <Chips
        {...own}
        chips={choices}
        addLabel={t('addFocus')}
        addMaxLength={max}
        defaultValues={[form.values[name] ?? []].flat()}
        onChange={(values) => form.set(name, values)}
      />
    );
  }
  if (as === 'rounds' || as === 'regions' || as === 'sought' || as === 'ticket') {
    return (
      <TermField
        {...own}
        as={as}
        value={form.values[name] ?? ''}
        note={t('optional')}
        onChange={(value) => form.set(name, value)}
      />
    );
  }
  const control = {
    ...own,
    value: String(form.values[name]),
    note: required ? undefined : t('optional'),
    onChange: (event: { target: { value: string } }) => form.set(name, event.target.value),
  };
  if (as === 'sector') return <Select {...control} emptyLabel={t('chooseSector')} options={choices} />;
  if (as === 'round') return <RoundField {...control} />;
  if (as === 'prose') return <TextArea {...control} rows={5} maxLength={max} />;
  const link = { type: 'url', inputMode: 'url', placeholder: 'https://' } as const;
  return (
    <TextInput
      {...control}
      {...(as === 'link' ? link : {})}
      ref={first}
      hint={hint && t(hint)}
      maxLength={max}
    />
  );
}
