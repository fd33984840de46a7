import { classNames } from './class-names';
import { controlClass, Field } from './field';
import type { InputProps } from './text-input';

export function NumberInput({
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
        <input
          inputMode="numeric"
          {...rest}
          {...control}
          type="number"
          className={classNames(controlClass, 'text-end tabular-nums')}
        />
      )}
    </Field>
  );
}
