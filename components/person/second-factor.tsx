'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { z } from 'zod';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import { accountOperations } from '@/lib/person/operations/account';
import type { beginSecondFactorOutput } from '@/lib/person/schema/account';
import { AccountRow, AccountRows } from './account-rows';
import { CodeForm } from './code-form';

export type FactorRow = { since: string; codesLeft: number };
type Begun = z.output<typeof beginSecondFactorOutput>;
type Open =
  | { step: 'setUp'; begun: Begun }
  | { step: 'renew' | 'remove' }
  | { step: 'codes'; codes: readonly string[] };

/** Codes of an authenticator app: off, or on with its recovery codes. What is set up is shown until it is kept. */
export function SecondFactor({ factor, tone }: { factor: FactorRow | null; tone?: 'primary' }) {
  const t = useTranslations('person.account');
  const begin = useOperation(accountOperations.beginSecondFactor, { tells: 'toast', refreshes: 'never' });
  const [open, setOpen] = useState<Open | null>(null);
  const start = async () => {
    const answer = await begin.run({});
    if (answer.ok) setOpen({ step: 'setUp', begun: answer.value });
  };
  return (
    <>
      {factor ? (
        <AccountRows>
          <AccountRow
            title={t('authenticator')}
            badge={<Badge tone="action">{t('factorOn')}</Badge>}
            note={`${t('addedAt', { at: factor.since })} · ${t('codesLeft', { count: factor.codesLeft })}`}
          >
            <Button size="sm" onClick={() => setOpen({ step: 'renew' })}>
              {t('renewCodes')}
            </Button>
            <Button size="sm" onClick={() => setOpen({ step: 'remove' })}>
              {t('turnOff')}
            </Button>
          </AccountRow>
        </AccountRows>
      ) : (
        <Button
          {...(tone ? { tone } : {})}
          className="justify-self-start"
          busy={begin.isBusy}
          onClick={start}
        >
          {t('setUpFactor')}
        </Button>
      )}
      {open && <FactorDialog open={open} setOpen={setOpen} />}
    </>
  );
}

function FactorDialog({ open, setOpen }: { open: Open; setOpen: (open: Open | null) => void }) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const close = () => setOpen(null);
  const showCodes = ({ recoveryCodes }: { recoveryCodes: readonly string[] }) =>
    setOpen({ step: 'codes', codes: recoveryCodes });
  const removed = () => {
    toast({ text: t('factorRemoved') });
    close();
  };
  const words = {
    setUp: { title: t('setUpFactor') },
    renew: { title: t('renewCodes'), description: t('renewCodesText') },
    remove: { title: t('turnOffTitle'), description: t('turnOffText') },
    codes: { title: t('codesTitle') },
  }[open.step];
  return (
    <Dialog key={open.step} open onClose={close} locked={open.step === 'codes'} {...words}>
      {open.step === 'codes' && <RecoveryCodes codes={open.codes} onClose={close} />}
      {open.step === 'setUp' && (
        <>
          <FactorSecret begun={open.begun} />
          <CodeForm
            operation={accountOperations.confirmSecondFactor}
            submit={t('turnOn')}
            hint={t('appCode')}
            onDone={showCodes}
          />
        </>
      )}
      {open.step === 'renew' && (
        <CodeForm
          operation={accountOperations.renewRecoveryCodes}
          submit={t('renewCodes')}
          onDone={showCodes}
        />
      )}
      {open.step === 'remove' && (
        <CodeForm operation={accountOperations.removeSecondFactor} submit={t('turnOff')} onDone={removed} />
      )}
    </Dialog>
  );
}

function FactorSecret({ begun: { secret, uri, qr } }: { begun: Begun }) {
  const t = useTranslations('person.account');
  return (
    <ol className="grid list-decimal gap-4 ps-5">
      <li>
        <p>{t('scan')}</p>
        <svg
          role="img"
          aria-label={t('qrCode')}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
          className="my-2 size-44"
        >
          {/* Cameras read dark on light, whatever the colours of the page. */}
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <p className="text-sm text-ink-2">
          {t('orType')} <code className="break-all select-all">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        </p>
        <a className="ui-link text-sm sm:hidden" href={uri}>
          {t('openApp')}
        </a>
      </li>
      <li className="pb-2">{t('typeCode')}</li>
    </ol>
  );
}

/** Shown once, with ways to keep them. */
function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const t = useTranslations('person.account');
  const common = useTranslations('common');
  const [isCopied, setCopied] = useState(false);
  const text = codes.join('\n');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`;
  return (
    <div className="grid gap-4 pb-5">
      <Notice tone="warn">{t('codesText')}</Notice>
      <ul className="grid gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="break-all">
            {code}
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="sr-only">
        {isCopied ? common('copied') : ''}
      </p>
      <div className="flex flex-wrap justify-end gap-2 max-sm:[&>*]:flex-1">
        <Button onClick={copy}>{isCopied ? common('copied') : common('copy')}</Button>
        <a className={buttonClass()} href={file} download="roundtable-recovery-codes.txt">
          {t('download')}
        </a>
        <Button tone="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      </div>
    </div>
  );
}
