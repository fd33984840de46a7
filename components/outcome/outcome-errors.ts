import type { Failure } from '@/components/form/call';
import { isAboutSize } from '@/lib/amount/rules/size';
import type { Step } from '@/lib/outcome/rules';

export type FieldErrors = Partial<
  Record<
    'interest' | 'money' | 'size' | 'closedPair' | 'asked' | 'nextStep' | 'nextStepOn' | 'note' | 'form',
    string
  >
>;

const FIELDS: Record<string, keyof FieldErrors> = {
  interest: 'interest',
  amount: 'money',
  asked: 'asked',
  nextStep: 'nextStep',
  nextStepOn: 'nextStepOn',
  note: 'note',
};

/** The server's sentences at their fields; the rest, or `sentence` where it gave none, belongs to the whole form. */
export function errorsOf({ errors: refusals }: Pick<Failure, 'errors'>, sentence: string): FieldErrors {
  const errors: FieldErrors = {};
  for (const { field, message, reason } of refusals) {
    const [first = '', second] = field;
    const question = isAboutSize(reason) ? 'size' : second === 'closedPair' ? 'closedPair' : undefined;
    errors[question ?? FIELDS[first] ?? 'form'] ??= message;
  }
  return Object.keys(errors).length > 0 ? errors : { form: sentence };
}

/** A next step that was changed meanwhile brings its pair: the next press means the step as it stands. */
export function currentStep(current: unknown): Step | null {
  // Of the two records that an outcome may be refused with, the pair has a next step.
  if (typeof current !== 'object' || current === null || !('nextStep' in current)) return null;
  const step = current.nextStep as Step | null;
  return { text: step?.text ?? null, on: step?.on ?? null };
}
