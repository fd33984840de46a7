import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';

export type FieldProps = {
  label: ReactNode;
  /** Keeps the label for screen readers only, where the place already says it. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** Stands at the end of the label's line: "optional", a counter, a link. */
  note?: ReactNode;
  className?: string;
};
export type FieldControl = {
  id: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};
type Props = FieldProps & { id?: string; required?: boolean; children: (control: FieldControl) => ReactNode };

/** The look every typed-in control shares. */
export const controlClass =
  'ui-control block w-full min-w-0 rounded-md border border-line-3 bg-surface px-3 min-h-10 text-base text-ink ' +
  'pointer-coarse:min-h-12 pointer-coarse:text-md aria-invalid:border-danger disabled:bg-surface-2 disabled:text-ink-off';

type Labelled = FieldProps & { id?: string | undefined; required?: boolean | undefined };

/** The props of a labelled control in two: those of its field, and those of the control itself. */
export function splitProps<P extends Labelled>(props: P) {
  const { label, labelHidden, hint, error, note, className, id, required, ...rest } = props;
  return [{ label, labelHidden, hint, error, note, className, id, required }, rest] as const;
}

/** Label, control, hint and the error at the field, wired by id. */
export function Field({ label, labelHidden, hint, error, note, className, id, required, children }: Props) {
  const ownId = useId();
  const controlId = id ?? ownId;
  const describedBy = [error && `${controlId}-error`, hint && `${controlId}-hint`].filter(Boolean).join(' ');
  return (
    <div className={classNames('grid content-start gap-1.5', className)}>
      <div className={classNames('flex items-baseline justify-between gap-2', labelHidden && 'sr-only')}>
        <label id={`${controlId}-label`} htmlFor={controlId} className="text-sm font-medium">
          {label}
        </label>
        {note && <span className="text-xs text-ink-2">{note}</span>}
      </div>
      {children({
        id: controlId,
        required,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      <FieldNotes id={controlId} hint={hint} error={error} />
    </div>
  );
}

export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden="true" size={16} className="mt-0.5 shrink-0" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-2">
          {hint}
        </p>
      )}
    </>
  );
}
