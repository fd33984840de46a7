'use client';

import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePlainForm } from '@/components/form/use-plain-form';
import { FormError } from '@/components/ui/form-error';
import { openSampleAction, type SignInState } from '@/lib/person/actions';

type Part = 'admin' | 'officer' | 'manager' | 'startup' | 'rival';
const EMPTY: SignInState = { errors: [], email: '' };

/** One button a role, on this machine and beside sample data only. */
export function SampleDoor({ people, next }: { people: { email: string; part: Part }[]; next: string }) {
  const t = useTranslations('viewer.sample');
  const { state, props } = usePlainForm(openSampleAction, EMPTY);
  return (
    <form {...props} className="grid gap-3">
      <FormError problems={state.errors.map((error) => ({ key: error.message, text: error.message }))} />
      <input type="hidden" name="next" value={next} />
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
