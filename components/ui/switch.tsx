import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; hint?: ReactNode };

/** A checkbox that takes effect at once; its form value is that of a checkbox. */
export function Switch({ label, hint, id, className, ...rest }: SwitchProps) {
  const ownId = useId();
  const switchId = id ?? ownId;
  return (
    <div className={classNames('flex items-start justify-between gap-4', className)}>
      <div className="grid gap-0.5 py-1">
        <label htmlFor={switchId}>{label}</label>
        {hint && (
          <p id={`${switchId}-hint`} className="text-sm text-ink-2">
            {hint}
          </p>
        )}
      </div>
      <input
        {...rest}
        id={switchId}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says its own checked state
        role="switch"
        aria-describedby={hint ? `${switchId}-hint` : undefined}
        className="ui-switch"
      />
    </div>
  );
}
