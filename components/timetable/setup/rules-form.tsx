'use client';

import { useTranslations } from 'next-intl';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { DescriptionList } from '@/components/ui/description-list';
import { NumberInput } from '@/components/ui/number-input';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { TimetableRules } from '@/lib/timetable/schema/stage';
import { RULES_FIELDS, type RulesField, rulesInput, rulesValues } from './rules-values';
import './rules.css';

type Props = {
  stage: MeetingStage;
  rules: TimetableRules;
  usesTables: boolean;
  tables: number;
};

const ROWS = [
  ['floor', 'startupFloor', 'investorFloor'],
  ['max', 'startupMax', 'investorMax'],
  ['rest', 'startupRestAfter', 'investorRestAfter'],
] as const;

/** What a timetable of the stage has to keep to. Two people at it at once: apart merged, the same field put to the reader. */
export function RulesForm({ stage, rules, usesTables, tables }: Props) {
  const t = useTranslations('timetable-setup.rules');
  const toast = useToast();
  const form = useEdit({
    initial: rulesValues(rules),
    version: rules.version,
    operation: timetableOperations.setRules,
    input: ({ version }, values) => ({ stage, version, ...rulesInput(values) }),
    valuesOf: rulesValues,
    done: () => toast({ text: t('saved') }),
  });
  const { values, set, error } = form;
  const input = (field: RulesField, label: string) => (
    <NumberInput
      label={label}
      name={field}
      placeholder={t('none')}
      value={values[field]}
      error={error(field)}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  return (
    <form {...form.props} className="grid max-w-3xl gap-4">
      <FormProblems errors={form.problems} failed={form.failed} />
      <ConflictPanel form={form} label={(field) => t(`field.${field as RulesField}`)} />
      <div className="grid gap-4">
        {ROWS.map(([row, startup, investor]) => (
          <fieldset key={row} className="av-rule">
            <legend className="sr-only">{t(`${row}.title`)}</legend>
            <div>
              <p className="font-bold" aria-hidden="true">
                {t(`${row}.title`)}
              </p>
              <p className="text-sm text-ink-2">{t(`${row}.hint`)}</p>
            </div>
            {input(startup, t('perStartup'))}
            {input(investor, t('perInvestor'))}
          </fieldset>
        ))}
        <fieldset className="av-rule">
          <legend className="sr-only">{t('room.title')}</legend>
          <div>
            <p className="font-bold" aria-hidden="true">
              {t('room.title')}
            </p>
            <p className="text-sm text-ink-2">
              {usesTables ? t('room.hintTables', { count: tables }) : t('room.hintLinks')}
            </p>
          </div>
          {input('tablesAtOnce', usesTables ? t('room.tables') : t('room.links'))}
          {input('bufferMinutes', t('room.buffer'))}
        </fieldset>
      </div>
      <FormButtons save={t('save')} busy={form.busy} />
    </form>
  );
}

/** The rules for whoever reads them only. */
export function RulesList({ rules }: { rules: TimetableRules }) {
  const t = useTranslations('timetable-setup.rules');
  return (
    <DescriptionList
      items={RULES_FIELDS.map((field) => ({
        term: t(`field.${field}`),
        detail: rules[field] === null || rules[field] === 0 ? t('none') : rules[field],
      }))}
    />
  );
}
