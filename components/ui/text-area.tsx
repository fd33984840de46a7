import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldProps, splitProps } from './field';

type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, keyof FieldProps>;

/** Grows with what is typed, from `rows` on. */
export function TextArea(props: TextAreaProps) {
  const [field, { rows = 3, ...rest }] = splitProps(props);
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={classNames(controlClass, 'field-sizing-content py-2')}
          // A field that grows with its content has no rows of its own.
          style={{ minBlockSize: `calc(${rows}lh + 1rem + 2px)` }}
        />
      )}
    </Field>
  );
}
