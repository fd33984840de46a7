import { classNames } from './class-names';
import { controlClass, Field } from './field';
import type { InputProps } from './text-input';

/** Native date field; value and defaultValue are `YYYY-MM-DD`. Say the zone in `note` where it matters. */
export function DateInput({
  label,
  labelHidden,
  hint,
  error,
  note,
  className,
  id,
  required,
  ...rest
}: InputProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, note, className, id, required }}>
      {(control) => (
        <input {...rest} {...control} type="date" className={classNames(controlClass, 'tabular-nums')} />
      )}
    </Field>
  );
}

/** Native time field; value and defaultValue are `HH:MM`, 24 hours. */
export function TimeInput({
  label,
  labelHidden,
  hint,
  error,
  note,
  className,
  id,
  required,
  ...rest
}: InputProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, note, className, id, required }}>
      {(control) => (
        <input {...rest} {...control} type="time" className={classNames(controlClass, 'tabular-nums')} />
      )}
    </Field>
  );
}
