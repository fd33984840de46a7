import type { useTranslations } from 'next-intl';
import type { ActionResult } from '@/lib/platform/action';

type Words = ReturnType<typeof useTranslations<'error'>>;

/** One sentence for a toast: the first refusal, or what went wrong and what to do now. */
export function toastOfProblem(result: ActionResult<unknown>, t: Words): string {
  if (result.ok) return '';
  const [first] = result.errors;
  if (first) return first.message;
  const code = (['signed_out', 'forbidden', 'not_found'] as const).find((known) => known === result.failed);
  return code ? `${t(`${code}.title`)} ${t(`${code}.next`)}` : `${t('internal.title')} ${t('internal.next')}`;
}
