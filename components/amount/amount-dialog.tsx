'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CancelOrSave } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { errorAt, errorsElsewhere, useOperation } from '@/components/form/use-operation';
import { DateInput } from '@/components/ui/date-input';
import { Dialog } from '@/components/ui/dialog';
import { MoneyInput } from '@/components/ui/money-input';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { amountOperations } from '@/lib/amount/operations';
import {
  type ClosedPairAnswer,
  ENDINGS,
  isEnding,
  LADDER,
  RUNGS,
  type Rung,
  SOURCES,
  type Source,
} from '@/lib/amount/rules';
import { isAboutSize } from '@/lib/amount/rules/size';
import { CURRENCIES, isCurrency } from '@/lib/core/currencies';
import { parseMoneyInput } from '@/lib/core/money-input';
import { LIVE_RUNGS } from '@/lib/pair/rules/item';
import { type Evidence, EvidenceField, useAttaching, wordsOfEvidence } from './evidence-field';
import { ClosedPairChoice, SizeQuestion, useMoneyReading } from './typed-amount';

type Props = {
  pairId: string;
  /** The present day in the program's home zone: the latest an entry may have. */
  today: string;
  baseCurrency: string;
  namesSource: boolean;
  /** The pair is passed or withdrawn now. */
  isPairClosed: boolean;
  mayReopen: boolean;
  onClose: () => void;
};

type Rest = { effectiveOn: string; source: Source | ''; evidence: Evidence; reason: string };

/** A new entry of the ladder. What a rung does not hold is not asked. */
export function AmountDialog(props: Props) {
  const { pairId, today, baseCurrency, namesSource, isPairClosed, mayReopen, onClose } = props;
  const t = useTranslations('amount');
  const words = useTranslations('error.money');
  const toast = useToast();
  const [rung, setRung] = useState<Rung>('discussed');
  const [typed, setTyped] = useState({ text: '', currency: baseCurrency });
  const [rest, setRest] = useState<Rest>({
    ...{ effectiveOn: today, source: '', reason: '' },
    evidence: { words: '', file: null },
  });
  const [closedPair, setClosedPair] = useState<ClosedPairAnswer | ''>('');
  const [misread, setMisread] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const { run, isBusy: isAdding, errors, failed } = useOperation(amountOperations.addAmount);
  const { attach, isAttaching } = useAttaching();
  const isBusy = isAdding || isAttaching;
  const set = (change: Partial<typeof rest>) => setRest((before) => ({ ...before, ...change }));
  const { money, evidence: asksEvidence } = LADDER[rung];
  // The pair may have been closed since the page was read: then the server asks.
  const asksClosed =
    !isEnding(rung) && (isPairClosed || closedPair !== '' || errorAt(errors, 'closedPair') !== undefined);

  const add = async () => {
    const read = readMoney(typed);
    const evidence = wordsOfEvidence(rest.evidence);
    const wantsMoney = money === 'required' || (money === 'optional' && typed.text.trim() !== '');
    setMisread(wantsMoney && !read.ok ? read.reason : null);
    if (wantsMoney && !read.ok) return;
    const result = await run({
      pairId,
      rung,
      effectiveOn: rest.effectiveOn,
      ...(wantsMoney && read.ok ? { minor: read.minor, currency: read.currency } : {}),
      ...(confirmed ? { confirmed } : {}),
      ...(rest.source ? { source: rest.source } : {}),
      ...(evidence && !isEnding(rung) ? { evidence } : {}),
      ...(rest.reason.trim() ? { reason: rest.reason } : {}),
      ...(closedPair ? { closedPair } : {}),
    });
    if (!result.ok) return;
    toast({ text: t('added') });
    const { file } = rest.evidence;
    if (file && !isEnding(rung)) await attach(pairId, result.value.amountId, file);
    onClose();
  };
  const asked = errors.find(({ reason }) => isAboutSize(reason))?.message;
  const footer = <CancelOrSave save={t('save')} busy={isBusy} onCancel={onClose} onSave={add} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('add')}
      description={t('addText')}
      footer={footer}
      locked={isBusy}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="grid gap-4 sm:col-span-2">
          <FormProblems errors={errorsElsewhere(errors, FIELDS)} failed={failed} />
        </div>
        <Select
          label={t('rungName')}
          value={rung}
          error={errorAt(errors, 'rung')}
          options={[...LIVE_RUNGS, ...ENDINGS].map((each) => ({ value: each, label: t(`rung.${each}`) }))}
          onChange={(event) => setRung(RUNGS.find((each) => each === event.target.value) ?? 'discussed')}
        />
        <DateInput
          label={t('effectiveOn')}
          value={rest.effectiveOn}
          max={today}
          required
          error={errorAt(errors, 'effectiveOn')}
          onChange={(event) => set({ effectiveOn: event.target.value })}
        />
        {money !== 'none' && (
          <AmountInput
            className="sm:col-span-2"
            defaultCurrency={baseCurrency}
            optional={money === 'optional'}
            error={misread ?? (asked ? undefined : (errorAt(errors, 'minor') ?? errorAt(errors, 'currency')))}
            onChange={(next) => {
              setTyped(next);
              setMisread(null);
              setConfirmed(false);
            }}
          />
        )}
        {money !== 'none' && <SizeQuestion {...{ typed, confirmed, asked }} onChange={setConfirmed} />}
        {namesSource && (
          <Select
            label={t('sourceName')}
            value={rest.source || 'officer'}
            hint={t('sourceHint')}
            error={errorAt(errors, 'source')}
            options={SOURCES.map((each) => ({ value: each, label: t(`source.${each}`) }))}
            onChange={(event) => set({ source: SOURCES.find((each) => each === event.target.value) ?? '' })}
          />
        )}
        {!isEnding(rung) && (
          <EvidenceField
            value={rest.evidence}
            hint={t(asksEvidence ? 'evidenceAsked' : 'evidenceHint')}
            error={errorAt(errors, 'evidence')}
            onChange={(evidence) => set({ evidence })}
          />
        )}
        {asksClosed && (
          <div className="sm:col-span-2">
            <ClosedPairChoice
              value={closedPair}
              mayReopen={mayReopen}
              error={errorAt(errors, 'closedPair')}
              onChange={setClosedPair}
            />
          </div>
        )}
        <TextInput
          className="sm:col-span-2"
          label={t(isEnding(rung) ? 'reason' : 'remark')}
          value={rest.reason}
          maxLength={500}
          required={isEnding(rung)}
          error={errorAt(errors, 'reason')}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </div>
    </Dialog>
  );

  function readMoney({ text, currency }: typeof typed) {
    const read = isCurrency(currency) ? parseMoneyInput(text, currency) : null;
    return read?.ok
      ? { ok: true as const, minor: Number(read.minor), currency: read.currency }
      : { ok: false as const, reason: words(read?.reason ?? 'not_a_number') };
  }
}

const FIELDS = ['rung', 'effectiveOn', 'minor', 'currency', 'source', 'evidence', 'reason', 'closedPair'];

type AmountInputProps = {
  defaultCurrency: string;
  optional?: boolean;
  error?: string | undefined;
  className?: string;
  onChange: (typed: { text: string; currency: string }) => void;
};

/** The currencies of the trade first, the others below. */
const FIRST = ['KRW', 'USD'];
const OPTIONS = [...FIRST, ...Object.keys(CURRENCIES).filter((code) => !FIRST.includes(code))].map(
  (code) => ({
    value: code,
    label: code,
  }),
);

/** Understands `210억` and `1.2m`, and says below what it understood, to the last digit. */
function AmountInput({ defaultCurrency, optional, error, className, onChange }: AmountInputProps) {
  const t = useTranslations('amount');
  const parse = useMoneyReading();
  return (
    <MoneyInput
      label={t('amount')}
      note={optional ? t('optional') : undefined}
      name="amount"
      currencyName="currency"
      currencyLabel={t('currency')}
      currencies={OPTIONS}
      defaultCurrency={defaultCurrency}
      placeholder={t('placeholder')}
      error={error}
      {...(className ? { className } : {})}
      parse={parse}
      onChange={(text, currency) => onChange({ text, currency })}
    />
  );
}
