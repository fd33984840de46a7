import { classNames } from './class-names';
import { controlClass, Field, splitProps } from './field';
import type { InputProps } from './text-input';

type Props = Omit<InputProps, 'min' | 'max' | 'step' | 'type'>;

/** Takes digits as people type and paste them (`９０`, `1,200`): a number control drops what it does not know unsaid. */
export function NumberInput(props: Props) {
  const [field, rest] = splitProps(props);
  return (
    <Field {...field}>
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
