import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldProps, splitProps } from './field';

export type InputProps = FieldProps & Omit<ComponentProps<'input'>, keyof FieldProps>;
type TextInputProps = InputProps & {
  /** Stands inside the control's end: a unit, a state, a small button. */
  suffix?: ReactNode;
};

export function TextInput(props: TextInputProps) {
  const [field, { suffix, ...rest }] = splitProps(props);
  return (
    <Field {...field}>
      {(control) =>
        suffix ? (
          <span className={classNames(controlClass, 'ui-control-group flex items-center gap-2')}>
            <input
              type="text"
              {...rest}
              {...control}
              className="min-w-0 flex-1 bg-transparent outline-none"
            />
            <span className="shrink-0 text-sm text-ink-2">{suffix}</span>
          </span>
        ) : (
          <input type="text" {...rest} {...control} className={controlClass} />
        )
      }
    </Field>
  );
}
