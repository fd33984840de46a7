import type { Problem } from '@/components/ui/request';
import { isAboutSize } from '@/lib/amount/rules/size';
import type { Step } from '@/lib/outcome/rules';
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
    const [, first = '', second] = pointer.split('/');
    const question = isAboutSize(reason) ? 'size' : second === 'closedPair' ? 'closedPair' : undefined;
    errors[question ?? FIELDS[first] ?? 'form'] ??= message;
  }
  return Object.keys(errors).length > 0 ? errors : { form: problem.detail || problem.title };
}

/** A next step that was changed meanwhile brings its pair: the next press means the step as it stands. */
export function currentStep(current: unknown): Step | null {
  // Of the two records that an outcome may be refused with, the pair has a next step.
  if (typeof current !== 'object' || current === null || !('nextStep' in current)) return null;
  const step = current.nextStep as Step | null;
  return { text: step?.text ?? null, on: step?.on ?? null };
}
