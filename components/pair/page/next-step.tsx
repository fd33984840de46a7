'use client';

import { Pencil } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { late } from '@/components/ui/late';
import { formatDay, formatRelativeDays } from '@/lib/core/dates';
import { type Day, parseDay } from '@/lib/core/days';
import { shownName } from '@/lib/core/shown-name';
import { isClosed } from '@/lib/pair/rules/stages';
import type { PairItem, PossibleOwner } from '@/lib/pair/schema';

// Loaded with the first press; until it is there, the line stays as it is.
const Form = late(() => import('./next-step-form').then((file) => file.NextStepForm));

type Pair = Pick<PairItem, 'id' | 'version' | 'nextStep' | 'owner' | 'status'>;
type Props = {
  pair: Pair;
  owners: readonly PossibleOwner[];
  today: Day;
  canEdit: boolean;
  canAssign: boolean;
};

/** What happens next, by whom and by when: read in one line across the page, edited in its place. */
export function NextStepLine({ pair, owners, today, canEdit, canAssign }: Props) {
  const t = useTranslations('pair.page');
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  const line = (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <Facts {...{ pair, today, canEdit }} />
      {canEdit && (
        <Button
          ref={opener}
          size="sm"
          className="no-print"
          icon={<Pencil aria-hidden="true" size={14} />}
          onClick={() => setEditing(true)}
        >
          {t(pair.nextStep ? 'editNextStep' : 'planNextStep')}
        </Button>
      )}
    </div>
  );
  return (
    <section aria-label={t('nextStep')} className="rounded-lg border border-line px-4 py-3">
      {editing ? <Form {...{ pair, owners, canAssign }} onClose={close} waiting={line} /> : line}
    </section>
  );
}

function Facts({ pair, today, canEdit }: Pick<Props, 'pair' | 'today' | 'canEdit'>) {
  const t = useTranslations('pair.page');
  const locale = useLocale();
  const { nextStep: step, owner, status } = pair;
  const on = step?.on ? parseDay(step.on) : null;
  const isOverdue = on !== null && on < today && !isClosed(status);
  return (
    <dl className="flex min-w-0 flex-1 flex-wrap gap-x-8 gap-y-3">
      <Item term={t('nextStep')} grow>
        {step ? (
          <span className="font-medium">{step.text}</span>
        ) : (
          <span className="text-ink-2">{t(canEdit ? 'noNextStep' : 'none')}</span>
        )}
      </Item>
      {on && (
        <Item term={t('nextStepOn')}>
          {formatDay(on, locale)}{' '}
          <span className={isOverdue ? 'font-bold text-danger' : 'text-ink-2'}>
            {formatRelativeDays(on, today, locale)}
          </span>
        </Item>
      )}
      {step && (
        <Item term={t('nextStepOwner')}>{step.owner ? shownName(step.owner, locale) : t('nobody')}</Item>
      )}
      <Item term={t('owner')}>{owner ? shownName(owner, locale) : t('nobody')}</Item>
    </dl>
  );
}

function Item({ term, grow, children }: { term: string; grow?: boolean; children: ReactNode }) {
  return (
    <div className={grow ? 'min-w-48 flex-1' : undefined}>
      <dt className="text-xs text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
