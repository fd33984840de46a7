'use client';

import { CircleCheck, CloudOff } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useQueue } from '@/components/form/use-queue';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/description-list';
import { FormError } from '@/components/ui/form-error';
import { LinkButton } from '@/components/ui/link-button';
import { ErrorNotice, Notice } from '@/components/ui/notice';
import { useOnline } from '@/components/ui/offline-notice';
import { formatDayShort } from '@/lib/core/dates';
import { parseDay } from '@/lib/core/days';
import type { Locale } from '@/lib/core/locale';
import { formatMoney, money } from '@/lib/core/money';
import { isAskedTopic } from '@/lib/outcome/rules';
import { withReturn } from '@/lib/person/rules/return-path';
import { NothingToLog } from './nothing-to-log';
import { amountOf, type OutcomeDraft, type OutcomeFacts, wordOfMet } from './outcome-draft';
import { OutcomeFields } from './outcome-fields';
import { PendingOutcomes } from './pending-outcomes';
import { type OutcomeStatus, useOutcomeForm } from './use-outcome-form';

/** Logs how a meeting went, by thumbs; kept on the device until the server has it. Needs `outcome` messages. */
export function OutcomeForm(facts: OutcomeFacts) {
  const t = useTranslations('outcome');
  const form = useOutcomeForm(facts);
  const { draft, status, errors, standing } = form;
  const fields = useRef<HTMLFormElement>(null);

  // At the first field that wants something; what concerns the whole form takes the focus itself.
  useEffect(() => {
    if (Object.keys(errors).length === 0 || errors.form) return;
    const wrong = fields.current?.querySelector<HTMLElement>('[aria-describedby$="-error"], [aria-invalid]');
    const control = wrong?.matches('fieldset') ? wrong.querySelector('input') : wrong;
    control?.focus();
  }, [errors]);

  if (status.at === 'saved') {
    return <OutcomeSaved facts={facts} draft={draft} onFix={form.startOver} />;
  }
  if (standing.offered.length === 0) {
    return <NothingToLog why={standing.isCancelled ? 'cancelled' : 'byOffice'} slug={facts.slug} />;
  }
  return (
    <form
      ref={fields}
      noValidate
      className="grid grid-cols-1 gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      <PendingOutcomes personId={facts.personId} except={facts.meeting.id} />
      {facts.corrects && <Notice>{t('corrects')}</Notice>}
      <OutcomeFields
        key={form.generation}
        facts={{ ...facts, offered: standing.offered }}
        draft={draft}
        errors={errors}
        onChange={form.change}
      />
      <p className="text-sm text-ink-2">{form.isKept ? t('kept') : t('notKept')}</p>
      <ActionBar>
        {/* Beside the button, where the eyes and the thumb are: what stands in the way is never below the fold. */}
        <div className="grid w-full gap-3">
          <FormError problems={errors.form ? [{ key: 'form', text: errors.form }] : []} />
          {status.at === 'signed_out' && <SignedOut slug={facts.slug} meetingId={facts.meeting.id} />}
          {status.at === 'waiting' && <Waiting status={status} count={form.waitingCount} />}
          <SaveButton {...{ facts, draft, status }} isReady={form.isReady} />
        </div>
      </ActionBar>
    </form>
  );
}

type SaveProps = { facts: OutcomeFacts; draft: OutcomeDraft; status: OutcomeStatus; isReady: boolean };

function SaveButton({ facts, draft, status, isReady }: SaveProps) {
  const t = useTranslations('outcome');
  const label = useSaveLabel(facts, draft);
  const isOnline = useOnline();
  const says = status.at === 'waiting' ? t('waiting.again') : isOnline ? label : t('save.later');
  return (
    <Button type="submit" tone="primary" size="lg" wide disabled={!isReady} busy={status.at === 'sending'}>
      {says}
    </Button>
  );
}

/** What a press will do, in words. */
function useSaveLabel({ asStartup, rungs }: OutcomeFacts, draft: OutcomeDraft): string {
  const t = useTranslations('outcome.save');
  const locale = useLocale() as Locale;
  if (draft.met !== 'held') return t(wordOfMet(draft.met, asStartup));
  if (draft.interest === null) return t('plain');
  const amount = amountOf(draft);
  if (!amount || 'reason' in amount) return t('held', { interest: draft.interest });
  return t('heldMoney', {
    interest: draft.interest,
    rung: rungs.find(({ value }) => value === amount.rung)?.label ?? '',
    money: formatMoney(money(amount.minor, amount.currency), locale),
  });
}

function Waiting({ status, count }: { status: OutcomeStatus & { at: 'waiting' }; count: number }) {
  const t = useTranslations('outcome.waiting');
  return (
    <p
      role="status"
      className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2.5 text-warn-soft-ink"
    >
      <CloudOff aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
      <span>
        {t(status.why)} ({t('count', { count })})
      </span>
    </p>
  );
}

function SignedOut({ slug, meetingId }: { slug: string; meetingId: string }) {
  const t = useTranslations('outcome.signedOut');
  const here = `/programs/${slug}/meetings/${meetingId}/outcome`;
  return (
    <ErrorNotice
      title={t('title')}
      actions={
        <LinkButton tone="primary" href={withReturn('/sign-in', here)}>
          {t('signIn')}
        </LinkButton>
      }
    >
      {t('text')}
    </ErrorNotice>
  );
}

type Props = { facts: OutcomeFacts; draft: OutcomeDraft; onFix: () => void };

/** What the server has taken, and the next one to log at the thumb. */
function OutcomeSaved({ facts, draft, onFix }: Props) {
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
    return <p>{t('saved.noShow', { side: t(`met.${wordOfMet(draft.met, facts.asStartup)}`) })}</p>;
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
