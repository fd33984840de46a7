import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldProps, splitProps } from './field';

export type Option = { value: string; label: string; disabled?: boolean };
type SelectProps = FieldProps &
  Omit<ComponentProps<'select'>, keyof FieldProps> & {
    options: readonly Option[];
    /** First row with an empty value, e.g. "all" or "choose". */
    emptyLabel?: string;
  };

export function Select(props: SelectProps) {
  const [field, { options, emptyLabel, ...rest }] = splitProps(props);
  return (
    <Field {...field}>
      {(control) => (
        <span className="relative block">
          <select {...rest} {...control} className={classNames(controlClass, 'appearance-none pe-9')}>
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden="true"
            size={16}
            className="pointer-events-none absolute end-3 top-1/2 -translate-y-1/2 text-ink-2"
          />
        </span>
      )}
    </Field>
  );
}
