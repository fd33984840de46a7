'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useId, useMemo, useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import type { Refused } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { matchInitials } from '@/components/ui/combobox-filter';
import { FieldNotes } from '@/components/ui/field';
import { ErrorNotice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { formatTime, zoneName } from '@/lib/core/dates';
import { nameIn } from '@/lib/core/shown-name';
import type { Change } from '@/lib/timetable/schema';
import type { TimetableGrid } from '@/lib/timetable/schema/grid';
import { daysOf } from '../grid/grid-model';
import { dayName, slotName } from '../names';

export type ChangeKind = Change['kind'];
export type ChangeChoices = Pick<TimetableGrid, 'slots' | 'tables' | 'startups' | 'investors' | 'setup'>;
type Props = {
  choices: ChangeChoices;
  kinds: readonly ChangeKind[];
  label: string;
  submit: string;
  busy: boolean;
  onSubmit: (change: Change) => void;
  children?: ReactNode;
};

/** What has happened to the day, or might: who leaves or is away, which table or slot is lost. */
export function ChangeForm({ choices, kinds, label, submit, busy, onSubmit, children }: Props) {
  const t = useTranslations('timetable-grid.change');
  const locale = useLocale();
  const { slots, tables, startups, investors, setup } = choices;
  const [kind, setKind] = useState<ChangeKind>(kinds[0] ?? 'party_leaves');
  const [partyId, setPartyId] = useState('');
  const [tableId, setTableId] = useState('');
  const [slotId, setSlotId] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isChecked, setIsChecked] = useState(false);
  const parties = useMemo(
    () => [
      ...startups.map((each) => ({
        value: each.id,
        label: nameIn(each, locale),
        detail: t('startup'),
        keywords: `${each.name} ${each.nameEn}`,
      })),
      ...investors.map((each) => ({
        value: each.id,
        label: nameIn(each, locale),
        detail: t('investor'),
        keywords: each.name,
      })),
    ],
    [startups, investors, locale, t],
  );
  const side = (startups.some(({ id }) => id === partyId) ? 'startup' : 'investor') as 'startup' | 'investor';
  const party = { kind: side, id: partyId };
  const read = (): Change | null => {
    if (kind === 'slot_added') return { kind };
    if (kind === 'slot_lost') return slotId ? { kind, slotId } : null;
    if (kind === 'table_lost')
      return tableId ? { kind, tableId, ...(chosen.length > 0 ? { slotIds: [...chosen] } : {}) } : null;
    if (!partyId) return null;
    if (kind === 'party_leaves') return { kind, party };
    return chosen.length > 0 ? { kind, party, slotIds: [...chosen] } : null;
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const change = read();
    setIsChecked(true);
    if (change) onSubmit(change);
  };
  const needsParty = kind === 'party_leaves' || kind === 'party_away';
  return (
    <form noValidate className="grid max-w-xl gap-4" onSubmit={send}>
      <Select
        label={label}
        value={kind}
        options={kinds.map((each) => ({ value: each, label: t(`kind.${each}`) }))}
        onChange={(event) => {
          setKind(event.target.value as ChangeKind);
          setChosen([]);
          setIsChecked(false);
        }}
      />
      {needsParty && (
        <Combobox
          label={t('party')}
          required
          options={parties}
          matches={matchInitials}
          defaultValue={partyId}
          error={isChecked && !partyId ? t('partyMissing') : undefined}
          onChange={setPartyId}
        />
      )}
      {kind === 'table_lost' && (
        <Select
          label={t('table')}
          required
          emptyLabel={t('choose')}
          value={tableId}
          options={tables.map(({ id, name }) => ({ value: id, label: name }))}
          error={isChecked && !tableId ? t('tableMissing') : undefined}
          onChange={(event) => setTableId(event.target.value)}
        />
      )}
      {kind === 'slot_lost' && (
        <Select
          label={t('slot')}
          required
          emptyLabel={t('choose')}
          value={slotId}
          options={slots.map((slot) => ({ value: slot.id, label: slotName(slot, setup, locale) }))}
          error={isChecked && !slotId ? t('slotMissing') : undefined}
          onChange={(event) => setSlotId(event.target.value)}
        />
      )}
      {(kind === 'party_away' || kind === 'table_lost') && (
        <SlotChecks
          label={t(kind === 'party_away' ? 'awayAt' : 'lostAt')}
          hint={kind === 'table_lost' ? t('lostAtHint') : undefined}
          error={isChecked && kind === 'party_away' && chosen.length === 0 ? t('slotsMissing') : undefined}
          {...{ slots, setup, chosen }}
          onChange={setChosen}
        />
      )}
      {children}
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}

type SlotProps = Pick<TimetableGrid, 'slots' | 'setup'> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  chosen: readonly string[];
  onChange: (slotIds: readonly string[]) => void;
};

/** Some of the slots, day by day. */
function SlotChecks({ label, hint, error, slots, setup, chosen, onChange }: SlotProps) {
  const locale = useLocale();
  const id = useId();
  return (
    <fieldset className="grid gap-2" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="pb-1 text-sm font-medium">{label}</legend>
      {daysOf(slots).map(({ day }) => (
        <div key={day} className="grid gap-1">
          <p className="text-sm text-ink-2">{dayName(day, locale)}</p>
          <div className="flex flex-wrap gap-x-4 gap-y-1">
            {slots
              .filter((slot) => slot.day === day)
              .map((slot) => {
                const start = new Date(slot.startsAt);
                return (
                  <Checkbox
                    key={slot.id}
                    label={`${formatTime(start, setup.zone)} ${zoneName(start, setup.zone)}`}
                    checked={chosen.includes(slot.id)}
                    onChange={(event) =>
                      onChange(
                        event.target.checked
                          ? [...chosen, slot.id]
                          : chosen.filter((each) => each !== slot.id),
                      )
                    }
                  />
                );
              })}
          </div>
        </div>
      ))}
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}

/** What the server computes before it answers takes longer than what it looks up. Milliseconds. */
export const SOLVER_PATIENCE = 120_000;

/** Why a question to the solver was not answered, if it was not. */
export function SolverProblem({ title, errors, failed }: { title: string } & Refused) {
  const textOf = useFailureText();
  if (!failed && errors.length === 0) return null;
  return <ErrorNotice title={title}>{textOf({ errors, failed })}</ErrorNotice>;
}
