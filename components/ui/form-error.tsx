'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';

export type FormProblem = { key: string; text: ReactNode; fieldId?: string };

/** The list of what is wrong above a form; takes the focus when it appears and links to each field. */
export function FormError({ problems }: { problems: readonly FormProblem[] }) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);
  const signature = problems.map((problem) => problem.key).join('|');

  useEffect(() => {
    if (signature) box.current?.focus();
  }, [signature]);

  if (problems.length === 0) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-md bg-danger-soft px-4 py-3 text-danger-soft-ink"
    >
      <CircleAlert aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
      <div className="grid gap-1">
        {problems.length > 1 && <p className="font-bold">{t('problems', { count: problems.length })}</p>}
        <ul className="grid gap-1">
          {problems.map((problem) => (
            <li key={problem.key}>
              {problem.fieldId ? (
                <a href={`#${problem.fieldId}`} className="underline underline-offset-2">
                  {problem.text}
                </a>
              ) : (
                problem.text
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
