import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldProps } from './field';

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>;

/** Grows with what is typed, from `rows` on. */
export function TextArea({
  label,
  labelHidden,
  hint,
  error,
  note,
  className,
  id,
  required,
  rows = 3,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, labelHidden, hint, error, note, className, id, required }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={classNames(controlClass, 'field-sizing-content py-2')}
        />
      )}
    </Field>
  );
}
