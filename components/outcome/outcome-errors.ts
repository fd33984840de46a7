import type { Problem } from '@/components/ui/request';
import { isAboutSize } from '@/lib/amount/rules/size';
import type { FieldErrors } from './outcome-facts';

const FIELDS: Record<string, keyof FieldErrors> = {
  interest: 'interest',
  amount: 'money',
  asked: 'asked',
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  note: 'note',
};

/** The server's sentences at the fields they point to; the rest belongs to the whole form. */
export function errorsOf(problem: Problem): FieldErrors {
  const errors: FieldErrors = {};
  for (const { pointer, message, reason } of problem.errors ?? []) {
    if (isAboutSize(reason)) errors.size ??= message;
    else errors[FIELDS[pointer.split('/')[1] ?? ''] ?? 'form'] ??= message;
  }
  return Object.keys(errors).length > 0 ? errors : { form: problem.detail || problem.title };
}

/** A stale mark brings the meeting as it stands: the next press means that one. */
export function currentVersion(problem: Problem): number | null {
  const current = problem.current as { version?: unknown } | undefined;
  return typeof current?.version === 'number' ? current.version : null;
}
