import { type ChangeEventHandler, type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import { FieldNotes, type FieldProps } from './field';

const LAYOUTS = {
  row: 'auto-cols-fr grid-flow-col',
  column: '',
  grid: 'grid-cols-2 sm:grid-cols-3 lg:grid-cols-5',
};

type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };
type ChoiceGroupProps = FieldProps & {
  name: string;
  choices: readonly Choice[];
  defaultValue?: string;
  value?: string;
  onChange?: ChangeEventHandler<HTMLInputElement>;
  required?: boolean;
  /** Side by side in equal widths (default), one below the other, or many in as many columns as fit. */
  layout?: keyof typeof LAYOUTS;
};

/** Radio buttons big enough for a thumb: one tap answers. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const {
    label,
    labelHidden,
    hint,
    error,
    note,
    className,
    name,
    choices,
    defaultValue,
    value,
    onChange,
    required,
  } = props;
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={classNames('grid min-w-0 gap-2', className)} aria-describedby={describedBy}>
      <legend
        className={classNames('flex w-full items-baseline justify-between pb-2', labelHidden && 'sr-only')}
      >
        <span className="font-bold">{label}</span>
        {note && <span className="text-xs text-ink-2">{note}</span>}
      </legend>
      <div className={classNames('grid gap-2', LAYOUTS[props.layout ?? 'row'])}>
        {choices.map((choice) => (
          <label key={choice.value} className="ui-choice">
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={choice.value}
              required={required}
              disabled={choice.disabled}
              defaultChecked={value === undefined ? choice.value === defaultValue : undefined}
              checked={value === undefined ? undefined : choice.value === value}
              onChange={onChange}
            />
            <span>{choice.label}</span>
            {choice.hint && <small className="text-xs opacity-80">{choice.hint}</small>}
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  );
}
