'use client';

import { type CalendarDate, parseDate, parseTime, type Time } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { TimeField } from 'react-aria-components/TimeField';
import { parseDay } from '@/lib/core/days';
import { buttonClass } from './button';
import { classNames } from './class-names';
import { controlClass } from './field';
import { isComposing } from './keyboard';
import { Popover } from './popover';

/* react-aria puts a style element into the page. Our policy wants the page's nonce on it, and this is where the library looks. */
Object.assign(globalThis, {
  __webpack_nonce__: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
});

/** Both write year, month, day. Canadian English does, so that nobody takes the third of May for the fifth of March. */
const ORDER: Record<string, string> = { ko: 'ko-KR', en: 'en-CA' };

export type DatePartsProps = {
  kind: 'date' | 'time';
  labelId: string;
  describedBy: string | undefined;
  isRequired: boolean;
  isInvalid: boolean;
  isDisabled: boolean;
  /** `YYYY-MM-DD` or `HH:MM`; empty for none. So are the days of `min` and `max`. */
  value: string;
  min: string | undefined;
  max: string | undefined;
  onChange: (value: string) => void;
  onEnter: () => void;
};

/** The parts of a day or a time, each typed or stepped by itself, in the language of the page. */
export function DateParts({ onEnter, ...props }: DatePartsProps) {
  const locale = useLocale();
  return (
    <I18nProvider locale={ORDER[locale] ?? locale}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the parts inside */}
      <span
        className={classNames(
          controlClass,
          'ui-parts flex items-center gap-1 pe-1 tabular-nums',
          props.isInvalid && 'border-danger',
          props.isDisabled && 'bg-surface-2 text-ink-off',
        )}
        onKeyDownCapture={(event) => {
          const isPart =
            event.target instanceof Element && event.target.getAttribute('role') === 'spinbutton';
          if (event.key === 'Enter' && isPart && !isComposing(event)) onEnter();
        }}
        onBlur={({ currentTarget, relatedTarget }) => {
          // A day without one of its parts is no day: the form must not send the day that stood there before.
          const isPartial = currentTarget.querySelector('[data-placeholder]') !== null;
          if (!currentTarget.contains(relatedTarget) && isPartial) props.onChange('');
        }}
      >
        {props.kind === 'date' ? <DayParts {...props} /> : <TimeParts {...props} />}
      </span>
    </I18nProvider>
  );
}

type PartsProps = Omit<DatePartsProps, 'onEnter'>;

function DayParts({ value, min, max, onChange, ...props }: PartsProps) {
  const t = useTranslations('ui.date');
  const calendar = useRef<HTMLDivElement>(null);
  // The same object for the same text: another object would drop the parts that are being typed.
  const [day, minValue, maxValue] = useMemo(() => [value, min, max].map(dayOf), [value, min, max]);
  const pick = (picked: CalendarDate) => {
    onChange(picked.toString());
    calendar.current?.closest<HTMLElement>(':popover-open')?.hidePopover();
  };
  return (
    <>
      <DateField
        {...shared(props)}
        value={day}
        minValue={minValue}
        maxValue={maxValue}
        onChange={(next) => onChange(next?.toString() ?? '')}
        className="min-w-0 flex-1"
      >
        <Parts />
      </DateField>
      {!props.isDisabled && (
        <Popover
          label={t('calendar')}
          buttonLabel={t('calendar')}
          trigger={<CalendarDays aria-hidden="true" size={16} />}
          place="end"
          triggerClass="ui-parts-button"
          className="w-76"
        >
          <div ref={calendar}>
            <Calendar
              aria-label={t('calendar')}
              value={day}
              minValue={minValue}
              maxValue={maxValue}
              onChange={pick}
            >
              <div className="flex items-center justify-between pb-2">
                <Step slot="previous" icon={<ChevronLeft aria-hidden="true" size={18} />} />
                <CalendarHeading className="font-bold" />
                <Step slot="next" icon={<ChevronRight aria-hidden="true" size={18} />} />
              </div>
              <CalendarGrid weekdayStyle="short" className="ui-calendar">
                {(date) => <CalendarCell date={date} className="ui-calendar-day" />}
              </CalendarGrid>
            </Calendar>
          </div>
        </Popover>
      )}
    </>
  );
}

function TimeParts({ value, min: _min, max: _max, onChange, ...props }: PartsProps) {
  const time = useMemo(() => timeOf(value), [value]);
  return (
    <TimeField
      {...shared(props)}
      value={time}
      hourCycle={24}
      shouldForceLeadingZeros
      onChange={(next) => onChange(next?.toString().slice(0, 5) ?? '')}
      className="min-w-0 flex-1"
    >
      <Parts />
    </TimeField>
  );
}

function shared({
  labelId,
  describedBy,
  ...rest
}: Omit<PartsProps, 'value' | 'min' | 'max' | 'onChange' | 'kind'>) {
  return { ...rest, 'aria-labelledby': labelId, ...(describedBy ? { 'aria-describedby': describedBy } : {}) };
}

function Parts() {
  return (
    <DateInput className="flex items-center">
      {(segment) => <DateSegment segment={segment} className="ui-part" />}
    </DateInput>
  );
}

function Step({ slot, icon }: { slot: 'previous' | 'next'; icon: ReactNode }) {
  return (
    <Button slot={slot} className={buttonClass({ tone: 'quiet', size: 'sm', square: true })}>
      {icon}
    </Button>
  );
}

function dayOf(text: string | undefined): CalendarDate | null {
  const day = parseDay(text ?? '');
  return day && parseDate(day);
}

function timeOf(text: string): Time | null {
  return /^\d{2}:\d{2}/.test(text) ? parseTime(text) : null;
}
