import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { clearTime } from '@/lib/core/dates';
import { TimeInput } from './date-input';
import { SegmentedControl } from './segmented-control';
import type { InputProps } from './text-input';

export type ClockTime = { time: string; isSecond: boolean };
type Props = Pick<InputProps, 'disabled' | 'error' | 'hint' | 'name' | 'required'> & {
  label: string;
  value: ClockTime;
  /** What the value may mean on its day: two instants where the clocks show it twice, none where they never do. */
  instants: readonly Date[];
  zone: string;
  /** Whether day and time are whole, so that no instant means that the clocks skip the time. */
  isWhole: boolean;
  onChange: (value: ClockTime) => void;
};

/** A time of day on the clocks of a zone. Where they show it twice, both are offered; where they skip it, it says so. */
export function ClockInput({ label, value, instants, zone, isWhole, error, onChange, ...rest }: Props) {
  const t = useTranslations('ui.clock');
  const group = useId();
  const { time, isSecond } = value;
  const items = instants.map((instant, index) => ({
    value: index === 0 ? 'first' : 'second',
    label: clearTime(instant, zone),
  }));
  return (
    <div className="grid content-start gap-2">
      <TimeInput
        label={label}
        value={time}
        {...rest}
        error={isWhole && items.length === 0 ? t('skipped') : error}
        onChange={(event) => onChange({ time: event.target.value, isSecond: false })}
      />
      {items.length > 1 && (
        <SegmentedControl
          label={t('which', { what: label })}
          name={group}
          items={items}
          value={isSecond ? 'second' : 'first'}
          onChange={(event) => onChange({ time, isSecond: event.target.value === 'second' })}
        />
      )}
      {items.length > 1 && <p className="text-sm text-ink-2">{t('twice')}</p>}
    </div>
  );
}
