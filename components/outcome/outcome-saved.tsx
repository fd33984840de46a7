'use client';

import { CircleCheck } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useQueue } from '@/components/form/use-queue';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { formatDayShort } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { isAskedTopic } from '@/lib/outcome/rules';
import { amountOf, type OutcomeDraft, type OutcomeFacts } from './outcome-draft';
import { PendingOutcomes } from './pending-outcomes';

type Props = { facts: OutcomeFacts; draft: OutcomeDraft; onFix: () => void };

/** What the server has taken, and the next one to log at the thumb. */
export function OutcomeSaved({ facts, draft, onFix }: Props) {
  const t = useTranslations('outcome.saved');
  const heading = useRef<HTMLHeadingElement>(null);
  const waiting = useQueue(facts.personId).map(({ about }) => about);
  const next = facts.next.find(({ id }) => !waiting.includes(id));
  const list = `/programs/${facts.slug}/meetings/outcomes`;
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="flex flex-col gap-6 max-sm:min-h-[calc(100dvh-13rem)]">
      <h2 ref={heading} tabIndex={-1} className="flex items-center gap-2 text-lg font-bold outline-none">
        <CircleCheck aria-hidden="true" size={22} className="text-done" />
        {t('title')}
      </h2>
      <SavedFacts facts={facts} draft={draft} />
      <Button className="self-start" onClick={onFix}>
        {t('fix')}
      </Button>
      <PendingOutcomes personId={facts.personId} />
      {next ? (
        <section className="grid gap-1 border-t border-line pt-4">
          <h3 className="text-sm text-ink-2">{t('nextToLog')}</h3>
          <p className="text-md font-bold">{next.title}</p>
          <p className="text-ink-2">{next.when}</p>
        </section>
      ) : (
        <p className="border-t border-line pt-4 text-ink-2">{t('none')}</p>
      )}
      <div className="flex-1" />
      <ActionBar>
        <LinkButton href={list} size="lg">
          {t('list')}
        </LinkButton>
        {next && (
          <LinkButton href={`/programs/${facts.slug}/meetings/${next.id}/outcome`} tone="primary" size="lg">
            {t('write', { title: next.title })}
          </LinkButton>
        )}
      </ActionBar>
    </section>
  );
}

function SavedFacts({ facts, draft }: Omit<Props, 'onFix'>) {
  const t = useTranslations('outcome');
  const locale = useLocale() as Locale;
  if (draft.met !== 'held') {
    const side = facts.asStartup ? (draft.met === 'investor' ? 'theirs' : 'ours') : draft.met;
    return <p>{t('saved.noShow', { side: t(`met.${draft.met === 'both' ? 'both' : side}`) })}</p>;
  }
  const amount = amountOf(draft);
  const rung = facts.rungs.find(({ value }) => value === draft.rung)?.label ?? '';
  const on = parseDay(draft.nextStepOn);
  const level = String(draft.interest ?? 1) as '1' | '2' | '3' | '4' | '5';
  const items = [
    { term: t('saved.interest'), detail: `${level} · ${t(`interest.${level}`)}` },
    {
      term: t('saved.asked'),
      detail: draft.asked.map((each) => (isAskedTopic(each) ? t(`asked.${each}`) : each)).join(', '),
    },
    {
      term: t('saved.money'),
      detail:
        amount && !('reason' in amount)
          ? `${rung} ${formatMoney(money(amount.minor, amount.currency), locale)}`
          : '',
    },
    {
      term: t('saved.next'),
      detail: [draft.nextStep, on ? formatDayShort(on, locale) : ''].filter(Boolean).join(' · '),
    },
    { term: t('saved.note'), detail: draft.note },
  ];
  return <DescriptionList layout="split" items={items.filter(({ detail }) => detail !== '')} />;
}
