'use client';

import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import type { NextStepForm } from './next-step-form';

// Loaded with the first press; until it is there, the line stays as it is.
const Form = late(() => import('./next-step-form').then((file) => file.NextStepForm));

type Props = Omit<Parameters<typeof NextStepForm>[0], 'onClose'> & {
  hasStep: boolean;
  canEdit: boolean;
  /** How it reads while nobody edits it. */
  children: ReactNode;
};

/** What happens next, by whom and by when: read in one line, edited in its place. */
export function NextStep({ hasStep, canEdit, children, ...form }: Props) {
  const t = useTranslations('pair.page');
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const line = (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      {children}
      {canEdit && (
        <Button
          ref={opener}
          size="sm"
          className="no-print"
          icon={<Pencil aria-hidden="true" size={14} />}
          onClick={() => setEditing(true)}
        >
          {t(hasStep ? 'editNextStep' : 'planNextStep')}
        </Button>
      )}
    </div>
  );
  return editing ? <Form {...form} onClose={close} waiting={line} /> : line;
}
