'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { FormError } from '@/components/ui/form-error';
import { openSampleAction, type SignInState } from '@/lib/person/actions';

type Part = 'admin' | 'officer' | 'manager' | 'startup' | 'rival';
const EMPTY: SignInState = { errors: [], email: '' };

/** One button a role, on this machine and beside sample data only. */
export function SampleDoor({ people, next }: { people: { email: string; part: Part }[]; next: string }) {
  const t = useTranslations('viewer.sample');
  const [state, action] = useActionState(openSampleAction, EMPTY);
  return (
    <form action={action} className="grid gap-3">
      <FormError problems={state.errors.map((error) => ({ key: error.message, text: error.message }))} />
      <input type="hidden" name="next" value={next} />
      <ul className="divide-y divide-line border-y border-line">
        {people.map(({ email, part }) => (
          <li key={email}>
            <button
              type="submit"
              name="email"
              value={email}
              className="grid w-full grid-cols-[6rem_1fr] items-baseline gap-3 px-2 py-3 text-start hover:bg-surface-2"
            >
              <span className="font-medium">{t(part)}</span>
              <span className="text-sm text-ink-2">{t(`${part}Does`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}
