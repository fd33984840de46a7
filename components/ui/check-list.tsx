import { type ReactNode, useId } from 'react';
import { Checkbox } from './checkbox';
import { classNames } from './class-names';
import { FieldNotes, type FieldProps } from './field';

const LAYOUTS = { column: 'max-h-52 overflow-y-auto', pairs: 'grid grid-cols-2 gap-x-4' };

type CheckListProps = Omit<FieldProps, 'note'> & {
  choices: readonly { value: string; label: ReactNode }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** One below the other, to be scrolled where there are many (default), or two side by side. */
  layout?: keyof typeof LAYOUTS;
};

/** Boxes of which any number may be checked. */
export function CheckList(props: CheckListProps) {
  const { label, labelHidden, hint, error, className, choices, chosen, onChange, layout = 'column' } = props;
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
  const choose = (value: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <fieldset className={classNames('grid min-w-0 gap-1', className)} aria-describedby={describedBy}>
      <legend className={labelHidden ? 'sr-only' : 'pb-1 font-bold'}>{label}</legend>
      <FieldNotes id={id} hint={hint} />
      <div className={LAYOUTS[layout]}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            label={choice.label}
            checked={chosen.includes(choice.value)}
            onChange={(event) => choose(choice.value, event.target.checked)}
          />
        ))}
      </div>
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}
