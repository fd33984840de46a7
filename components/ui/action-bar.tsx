import type { ReactNode } from 'react';

/** The button at the thumb: sticks to the bottom edge on phones, stands at the end of the form elsewhere. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className="ui-action-bar">{children}</div>;
}

/** A screen for one job: on phones the shell's bars step aside so that the job has the whole height. */
export function TaskScreen({ children }: { children: ReactNode }) {
  return (
    <div data-task-screen className="mx-auto grid w-full max-w-xl gap-6">
      {children}
    </div>
  );
}
