import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import { FieldNotes } from './field';

type CheckProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode;
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
};

export function Checkbox({ label, labelHidden, hint, error, id, className, ...rest }: CheckProps) {
  const ownId = useId();
  const boxId = id ?? ownId;
  const describedBy =
    [error && `${boxId}-error`, hint && `${boxId}-hint`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={classNames('grid gap-1', className)}>
      <label htmlFor={boxId} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
        <input
          {...rest}
          id={boxId}
          type="checkbox"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
          className="ui-check"
        />
        <span className={labelHidden ? 'sr-only' : undefined}>{label}</span>
      </label>
      <FieldNotes id={boxId} hint={hint} error={error} />
    </div>
  );
}
