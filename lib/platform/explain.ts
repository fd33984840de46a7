import 'server-only';
import type { AppError } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import type { FieldError, Refusal } from '@/lib/core/result';
import { sayIn } from './say';

/**
 * Words for refusals: `refusal.<reason>` of the command's noun (`pair.move_stage` -> messages/…/pair.json), else
 * `field.<reason>` of error.json, else its sentence for the unknown.
 */
export function explainRefusals(command: string, refusals: readonly Refusal[], locale: Locale): FieldError[] {
  const noun = command.split('.')[0] ?? '';
  const say = sayIn(locale);
  return refusals.map((refusal) => {
    const key = [`${noun}.refusal.${refusal.reason}`, `error.field.${refusal.reason}`].find((each) =>
      say.has(each),
    );
    return {
      reason: refusal.reason,
      field: [...(refusal.field ?? [])],
      message: say(key ?? 'error.field.invalid', refusal.params),
    };
  });
}

/** A coded error in a form's words: with the wait, where it is known. Null where the code alone says all there is to say. */
export function explainWait({ code, retryAfter }: AppError, locale: Locale): FieldError | null {
  if (code !== 'too_many' || retryAfter === undefined) return null;
  const params =
    retryAfter < 60
      ? { minutes: 0, seconds: retryAfter }
      : { minutes: Math.ceil(retryAfter / 60), seconds: 0 };
  return explainRefusals('error', [{ reason: code, params }], locale)[0] ?? null;
}
