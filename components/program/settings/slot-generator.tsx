'use client';

import { useLocale, useTranslations } from 'next-intl';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { ClockInput } from '@/components/ui/clock-input';
import { DateInput } from '@/components/ui/date-input';
import { NumberInput } from '@/components/ui/number-input';
import { Select } from '@/components/ui/select';
import { useToast } from '@/components/ui/toast';
import { parseDay } from '@/lib/core/days';
import { readWhole, typedWhole } from '@/lib/core/number-input';
import { instantsOf } from '@/lib/core/zones';
import { programOperations } from '@/lib/program/operations';
import { planSlots } from '@/lib/program/rules';
import type { ProgramStageName } from '@/lib/program/schema';
import type { StageSetting } from '@/lib/program/schema/settings';
import { formatDayRange } from './slot-days';

/** What is no whole number is sent as it was typed: the server says at its field what is wrong. */
const asTyped = (text: string) => typedWhole(text) as number;

type Props = { stages: readonly StageSetting[]; homeZone: string; tables: number };

export function SlotGenerator({ stages, homeZone, tables }: Props) {
  const t = useTranslations('program.slots');
  const names = useTranslations('pair.stage');
  const toast = useToast();
  const first = stages.find((stage) => stage.usesTables) ?? stages[0];
  const form = useForm({
    initial: {
      stage: first?.stage ?? '',
      day: first?.startsOn ?? '',
      firstStart: '09:00',
      isSecond: false as boolean,
      minutes: String(first?.meetingMinutes ?? 25),
      breakMinutes: '5',
      count: '13',
    },
    operation: programOperations.addSlots,
    input: ({ stage, minutes, breakMinutes, count, ...row }) => ({
      ...{ ...row, stage: stage as ProgramStageName },
      ...{ minutes: asTyped(minutes), breakMinutes: asTyped(breakMinutes), count: asTyped(count) },
    }),
    done: ({ slots }) => toast({ text: t('added', { count: slots.length }) }),
  });
  const { values, set, error } = form;
  const stage = stages.find((each) => each.stage === values.stage);
  const day = parseDay(values.day);
  const choose = (name: string) => {
    const next = stages.find((each) => each.stage === name);
    set('stage', name);
    if (next) form.setValues((v) => ({ ...v, day: next.startsOn, minutes: String(next.meetingMinutes) }));
  };
  const number = (field: 'minutes' | 'breakMinutes' | 'count') => (
    <NumberInput
      label={t(field)}
      required
      name={field}
      value={values[field]}
      error={error(field)}
      onChange={(event) => set(field, event.target.value)}
    />
  );
  return (
    <form {...form.props} className="grid gap-4">
      <FormProblems errors={form.problems} failed={form.failed} />
      <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-3 xl:grid-cols-6">
        <Select
          label={t('stage')}
          options={stages.map((each) => ({ value: each.stage, label: names(each.stage) }))}
          name="stage"
          value={values.stage}
          error={error('stage')}
          onChange={(event) => choose(event.target.value)}
        />
        <DateInput
          label={t('day')}
          required
          min={stage?.startsOn}
          max={stage?.endsOn}
          name="day"
          value={values.day}
          error={error('day')}
          onChange={(event) => set('day', event.target.value)}
        />
        <ClockInput
          label={t('firstStart')}
          hint={stage && t('inZone', { zone: stage.timeZone })}
          required
          name="firstStart"
          value={{ time: values.firstStart, isSecond: values.isSecond }}
          instants={
            stage && day && values.firstStart ? instantsOf(day, values.firstStart, stage.timeZone) : []
          }
          zone={stage?.timeZone ?? homeZone}
          // A start that the clocks skip is told by the preview below.
          isWhole={false}
          error={error('firstStart')}
          onChange={({ time: firstStart, isSecond }) =>
            form.setValues((v) => ({ ...v, firstStart, isSecond }))
          }
        />
        {number('minutes')}
        {number('breakMinutes')}
        {number('count')}
      </div>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div role="status" className="grid gap-0.5 tabular-nums">
          {stage && (
            <SlotPreview
              row={values}
              timeZone={stage.timeZone}
              homeZone={homeZone}
              tables={stage.usesTables ? tables : 0}
            />
          )}
        </div>
        <Button type="submit" tone="primary" busy={form.busy}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}

type SlotRow = {
  day: string;
  firstStart: string;
  isSecond: boolean;
  minutes: string;
  breakMinutes: string;
  count: string;
};
type PreviewProps = { row: SlotRow; timeZone: string; homeZone: string; tables: number };

const within = (text: string, min: number, max: number) => {
  const value = readWhole(text);
  return value !== null && value >= min && value <= max ? value : null;
};

/** What the row will be, in both zones, before it is made. */
function SlotPreview({ row, timeZone, homeZone, tables }: PreviewProps) {
  const t = useTranslations('program.slots');
  const locale = useLocale();
  const day = parseDay(row.day);
  const [minutes, breakMinutes, count] = [
    within(row.minutes, 5, 480),
    within(row.breakMinutes, 0, 480),
    within(row.count, 1, 200),
  ];
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(row.firstStart);
  if (!day || !isTime || minutes === null || breakMinutes === null || count === null) return null;
  const slots = planSlots({
    day,
    firstStart: row.firstStart,
    isSecond: row.isSecond,
    minutes,
    breakMinutes,
    count,
    timeZone,
  });
  const [first, last] = [slots?.[0], slots?.at(-1)];
  if (!first || !last) return <p>{t('gap', { zone: timeZone, time: row.firstStart })}</p>;
  return (
    <>
      <p className="font-medium">
        {t('preview', { count, range: formatDayRange(first.startsAt, last.endsAt, timeZone, locale) })}
      </p>
      {homeZone !== timeZone && (
        <p className="text-ink-2">
          {t('previewHome', { range: formatDayRange(first.startsAt, last.endsAt, homeZone, locale) })}
        </p>
      )}
      {tables > 0 && <p className="text-ink-2">{t('capacity', { tables, count: tables * count })}</p>}
    </>
  );
}
