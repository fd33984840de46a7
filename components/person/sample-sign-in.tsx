'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FormError } from '@/components/ui/form-error';
import { AuthFields, type AuthFieldsProps, useAuthForm } from './auth-form';

type Part = 'admin' | 'officer' | 'manager' | 'startup' | 'rival';
type Props = AuthFieldsProps & { people: { email: string; part: Part }[] };

/** One button a role, on this machine and beside sample data only. */
export function SampleSignIn({ people, csrf, next }: Props) {
  const t = useTranslations('viewer.sample');
  const { props, problems } = useAuthForm('callback/sample');
  return (
    <form {...props} className="grid gap-3">
      <FormError problems={problems()} />
      <AuthFields csrf={csrf} next={next} />
      <input type="hidden" name="keepsLook" value="1" />
      <ul className="divide-y divide-line border-y border-line">
        {people.map(({ email, part }) => (
          <li key={email}>
            <button
              type="submit"
              name="email"
              value={email}
              className="grid min-h-11 w-full grid-cols-[7.5rem_1fr_auto] items-center gap-3 px-2 py-2.5 text-start hover:bg-surface-2"
            >
              <span className="font-medium">{t(part)}</span>
              <span className="text-sm text-ink-2">{t(`${part}Does`)}</span>
              <ChevronRight aria-hidden="true" size={16} className="text-ink-2" />
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
