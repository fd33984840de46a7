'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { NumberInput } from '@/components/ui/number-input';
import { useToast } from '@/components/ui/toast';
import type { MeetingStage } from '@/lib/pair/rules/stages';
import type { ActionResult } from '@/lib/platform/action';
import { setRulesAction } from '@/lib/timetable/actions';
import type { TimetableRules } from '@/lib/timetable/schema/stage';
import {
  mergedRules,
  type RulesField,
  type RulesValues,
  rulesConflicts,
  rulesInput,
  rulesValues,
} from './rules-values';
import './rules.css';

type Props = {
  slug: string;
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
export function RulesForm({ slug, stage, rules, usesTables, tables }: Props) {
  const t = useTranslations('timetable-setup.rules');
  const toast = useToast();
  // The rules as they were last read or told: a refusal tells newer ones than the page has.
  const known = useRef(rules);
  if (rules.version > known.current.version) known.current = rules;
  const form = useEdit<RulesValues, TimetableRules>({
    initial: rulesValues(rules),
    version: rules.version,
    send: async ({ changes }) => {
      const { result, now } = await saveRules(slug, stage, known.current, changes);
      known.current = now;
      return result;
    },
    done: (saved) => {
      // With what somebody else had changed meanwhile.
      form.setValues(rulesValues(saved));
      toast({ text: t('saved') });
    },
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
async function saveRules(
  slug: string,
  stage: MeetingStage,
  known: TimetableRules,
  changes: Partial<RulesValues>,
): Promise<{ result: ActionResult<TimetableRules>; now: TimetableRules }> {
  const send = (version: number, values: RulesValues): Promise<ActionResult<TimetableRules>> =>
    setRulesAction(slug, { stage, version, ...rulesInput(values) });
  const original = rulesValues(known);
  const mine = { ...original, ...changes };
  const first = await send(known.version, mine);
  if (first.ok) return { result: first, now: first.value };
  if (!first.errors.some(({ reason }) => reason === 'stale')) return { result: first, now: known };
  const now = first.current as TimetableRules;
  const theirs = rulesValues(now);
  const conflicts = rulesConflicts(mine, theirs, original);
  if (conflicts.length > 0) {
    return {
      result: { ...first, current: { ...theirs, version: now.version, conflicts } } as typeof first,
      now,
    };
  }
  const second = await send(now.version, mergedRules(mine, theirs, original));
  return { result: second, now: second.ok ? second.value : now };
}
