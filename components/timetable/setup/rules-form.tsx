'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { DescriptionList } from '@/components/ui/description-list';
import { NumberInput } from '@/components/ui/number-input';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import { timetableOperations } from '@/lib/timetable/operations';
import type { TimetableRules } from '@/lib/timetable/schema/stage';
import {
  mergedRules,
  RULES_FIELDS,
  type RulesField,
  type RulesValues,
  rulesConflicts,
  rulesInput,
  rulesValues,
} from './rules-values';
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
  const form = useRules(stage, rules);
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
      {form.conflicts.length === 0 && <FormProblems errors={form.problems} failed={form.failed} />}
      <ConflictPanel
        conflicts={form.conflicts}
        mine={form.values}
        label={(field) => t(`field.${field as RulesField}`)}
        show={(_, value) => String(value)}
        onTheirs={form.takeTheirs}
      />
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

/** The rules are saved as a whole: what two people changed apart is merged and sent once more. */
function useRules(stage: MeetingStage, rules: TimetableRules) {
  const t = useTranslations('timetable-setup.rules');
  const toast = useToast();
  // As they were last read: a refusal brings newer ones than the page has.
  const read = useRef(rules);
  const [conflicts, setConflicts] = useState<ReturnType<typeof rulesConflicts>>([]);
  const form = useForm({
    initial: rulesValues(rules),
    operation: timetableOperations.setRules,
    input: (values) => ({ stage, version: read.current.version, ...rulesInput(values) }),
    done: (saved) => {
      // With what somebody else had changed meanwhile.
      form.setValues(rulesValues(saved));
      read.current = saved;
      setConflicts([]);
      toast({ text: t('saved') });
    },
  });
  /** What somebody else has saved, with what was changed here since. */
  const adopt = (now: TimetableRules, mine: RulesValues) => {
    const [theirs, original] = [rulesValues(now), rulesValues(read.current)];
    read.current = now;
    const merged = mergedRules(mine, theirs, original);
    form.setValues(merged);
    return { merged, conflicts: rulesConflicts(mine, theirs, original) };
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is what brings new rules
  useEffect(() => {
    if (rules.version > read.current.version) adopt(rules, form.values);
  }, [rules.version]);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await form.submit();
    if (!answer || answer.ok || !answer.errors.some(({ reason }) => reason === 'stale')) return;
    const { merged, conflicts } = adopt(answer.current as TimetableRules, form.values);
    setConflicts(conflicts);
    if (conflicts.length === 0) await form.submit(merged);
  };
  const takeTheirs = (field: string) => {
    form.setValues((mine) => ({ ...mine, [field]: rulesValues(read.current)[field as RulesField] }));
    setConflicts((before) => before.filter((conflict) => conflict.field !== field));
  };
  return { ...form, props: { ...form.props, onSubmit }, conflicts, takeTheirs };
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
