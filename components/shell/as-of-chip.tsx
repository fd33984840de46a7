import { ChevronDown } from 'lucide-react';
import Form from 'next/form';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { DateInput } from '@/components/ui/date-input';
import { LinkButton } from '@/components/ui/link-button';
import { Popover } from '@/components/ui/popover';

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;
type AsOfChipProps = {
  /** The date in force and today in the program's zone, `YYYY-MM-DD`. */
  value: string;
  today: string;
  /** The date as it is written for the reader: `2023. 5. 3.` or `3 May 2023`. */
  text: string;
  /** The address this screen has, and its other parameters, which are kept. */
  path: string;
  params?: SearchParams;
  /** Name of the parameter. */
  name?: string;
  /** IANA name or its words, said beside the field. */
  zone?: string;
  /** Dates worth a tap: event day, press day. */
  marks?: readonly { value: string; label: string }[];
  min?: string;
};

/** What every figure on the screen is counted to. Blue when it is not today; a GET form changes it, with or without script. */
export function AsOfChip({
  value,
  today,
  text,
  path,
  params = {},
  name = 'asOf',
  zone,
  marks = [],
  min,
}: AsOfChipProps) {
  const t = useTranslations('shell');
  const isToday = value === today;
  const trigger = (
    <>
      <span>{t('asOf')}</span>
      <span className="font-bold tabular-nums">{isToday ? t('asOfToday') : text}</span>
      {isToday && <span className="text-ink-2 tabular-nums">{text}</span>}
      <span className="sr-only">, {t('asOfChange')}</span>
      <ChevronDown aria-hidden="true" size={14} />
    </>
  );
  const kept = Object.entries(params).flatMap(([key, values]) =>
    key === name || values === undefined ? [] : [values].flat().map((one) => ({ key, one })),
  );
  const hrefOf = (day: string) =>
    `${path}?${new URLSearchParams([...kept.map(({ key, one }) => [key, one]), [name, day]])}`;
  return (
    <Popover
      label={t('asOfTitle')}
      trigger={trigger}
      place="end"
      triggerClass={classNames('shell-as-of', !isToday && 'shell-as-of-past')}
      className="w-72"
    >
      <Form key={value} action={path} scroll={false} className="grid gap-3">
        {kept.map(({ key, one }) => (
          <input key={`${key}=${one}`} type="hidden" name={key} value={one} />
        ))}
        <DateInput
          label={t('asOfTitle')}
          name={name}
          defaultValue={value}
          min={min}
          max={today}
          hint={t('asOfHint')}
          note={zone && t('asOfZone', { zone })}
          required
        />
        <Button type="submit" tone="primary" size="sm">
          {t('asOfApply')}
        </Button>
      </Form>
      <div className="mt-2 flex flex-wrap gap-2">
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
