import { classNames } from './class-names';
import { controlClass, Field } from './field';
import type { InputProps } from './text-input';

type Props = Omit<InputProps, 'min' | 'max' | 'step' | 'type'>;

/** Takes digits as people type and paste them (`９０`, `1,200`): a number control drops what it does not know unsaid. */
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
}: Props) {
  return (
    <Field {...{ label, labelHidden, hint, error, note, className, id, required }}>
      {(control) => (
        <input
          inputMode="numeric"
          autoComplete="off"
          {...rest}
          {...control}
          type="text"
          className={classNames(controlClass, 'text-end tabular-nums')}
        />
      )}
    </Field>
  );
}
