import type { ReactNode } from 'react';

export type Step = {
  key: string;
  label: ReactNode;
  /** Short sign in the bar: a digit, a cross. */
  sign: ReactNode;
  detail?: ReactNode;
  state: 'done' | 'current' | 'ahead' | 'skipped';
  /** Read out with the label: "done", "now", "skipped". */
  stateLabel: string;
  href?: string;
};

/** An ordered way with a standing point; each step carries its sign, so that nothing is told by colour alone. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="ui-steps">
      {steps.map((step) => (
        <li
          key={step.key}
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
          className="ui-step"
        >
          <span className="ui-step-sign">{step.sign}</span>
          <span className="grid gap-0.5">
            <span className="font-medium">
              {step.label}
              <span className="sr-only"> {step.stateLabel}</span>
            </span>
            {step.detail && <span className="text-sm text-ink-2">{step.detail}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The same way as a bar of segments, for a card: `at` of `of` are filled. The words stand beside it. */
export function StepBar({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <span role="img" aria-label={label} className="grid auto-cols-fr grid-flow-col gap-1">
      {Array.from({ length: of }, (_, index) => index).map((index) => (
        <span
          key={index}
          className={index < at ? 'h-1.5 rounded-sm bg-action' : 'h-1.5 rounded-sm bg-stage-1'}
        />
      ))}
    </span>
  );
}
