import { ChevronDown } from 'lucide-react';
import Form from 'next/form';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { DateInput } from '@/components/ui/date-input';
import { LinkButton } from '@/components/ui/link-button';
import { Popover } from '@/components/ui/popover';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { withParams } from '@/lib/core/address';
import { formatDay } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';

type AsOfChipProps = {
  /** The date in force and today in the program's zone, `YYYY-MM-DD`. */
  value: string;
  today: string;
  /** The date as it is written for the reader: `2023. 5. 3.` or `3 May 2023`. */
  text: string;
  /** The address this screen has, and its other parameters, which are kept. */
  path: string;
  params?: Readonly<Record<string, string>>;
  /**
   * The second clock, where the screen has one: empty for all that is known now, `then` or a day for what was known
   * by then. `then` is the day of `value`, and moves with it.
   */
  knownOn?: string;
  /** IANA name or its words, said beside the field. */
  zone?: string;
  /** The day the program reports by, `YYYY-MM-DD`, if it has one. */
  reporting?: string | null;
  /** Dates worth a tap: event day, press day. */
  marks?: readonly { value: string; label: string }[];
  min?: string;
};

/**
 * What every figure on the screen is counted to, and by what knowledge. Blue when it is not today as known now; a GET
 * form changes both, with or without script.
 */
export function AsOfChip({
  value,
  today,
  text,
  path,
  params = {},
  knownOn,
  zone,
  reporting,
  marks = [],
  min,
}: AsOfChipProps) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const isToday = value === today;
  const reportingDay = parseDay(reporting ?? '');
  const isThen = knownOn === 'then' || knownOn === value;
  const knownDay = isThen ? null : parseDay(knownOn ?? '');
  const known = isThen ? t('knownThen') : knownDay && t('knownAt', { date: formatDay(knownDay, locale) });
  const trigger = (
    <>
      <span>{t('asOf')}</span>
      <span className="font-bold tabular-nums">{isToday ? t('asOfToday') : text}</span>
      {isToday && <span className="text-ink-2 tabular-nums">{text}</span>}
      {known && <span>· {known}</span>}
      <span className="sr-only">, {t('asOfChange')}</span>
      <ChevronDown aria-hidden="true" size={14} />
    </>
  );
  const kept = Object.entries(params).filter(
    ([name]) => name !== 'asOf' && !(name === 'knownOn' && knownOn !== undefined),
  );
  const byThen: Record<string, string> = known ? { knownOn: isThen ? 'then' : (knownOn ?? '') } : {};
  const hrefOf = (asOf: string) => withParams(path, { ...Object.fromEntries(kept), asOf, ...byThen });
  return (
    <Popover
      label={t('asOfTitle')}
      trigger={trigger}
      place="end"
      triggerClass={classNames('shell-as-of', (!isToday || known) && 'shell-as-of-past')}
      className="w-80"
    >
      <Form key={`${value} ${knownOn}`} action={path} scroll={false} className="grid gap-3">
        {kept.map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} />
        ))}
        <DateInput
          label={t('asOfTitle')}
          name="asOf"
          defaultValue={value}
          min={min}
          max={today}
          hint={t('asOfHint')}
          note={zone && t('asOfZone', { zone })}
          required
        />
        {knownOn !== undefined && (
          <SegmentedControl
            key={knownOn}
            label={t('knownLabel')}
            name="knownOn"
            defaultValue={isThen ? 'then' : (knownDay ?? '')}
            items={[
              { value: '', label: t('knownNow') },
              { value: 'then', label: t('knownThen') },
              ...(knownDay ? [{ value: knownDay, label: known }] : []),
            ]}
          />
        )}
        <Button type="submit" tone="primary" size="sm">
          {t('asOfApply')}
        </Button>
      </Form>
      <div className="mt-2 flex flex-wrap gap-2">
        {reportingDay && reporting !== value && (
          <LinkButton href={hrefOf(reportingDay)} size="sm" scroll={false}>
            {t('asOfReporting', { date: formatDay(reportingDay, locale) })}
          </LinkButton>
        )}
        {marks.map((mark) => (
          <LinkButton key={mark.value} href={hrefOf(mark.value)} size="sm" scroll={false}>
            {mark.label}
          </LinkButton>
        ))}
        {!isToday && (
          <LinkButton href={hrefOf(today)} size="sm" scroll={false}>
            {t('asOfReset')}
          </LinkButton>
        )}
      </div>
    </Popover>
  );
}
