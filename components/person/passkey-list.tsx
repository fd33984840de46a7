'use client';

import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { RenameDialog } from '@/components/form/rename-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { accountOperations } from '@/lib/person/operations/account';
import { AccountRow, AccountRows } from './account-rows';
import { browserName } from './browser-name';

export type PasskeyRow = { id: string; name: string; since: string; used: string | null };
type Open = { kind: 'add' } | { kind: 'rename' | 'remove'; passkey: PasskeyRow } | null;

/** The passkeys by which one signs in without a password. */
export function PasskeyList({ passkeys }: { passkeys: readonly PasskeyRow[] }) {
  const t = useTranslations('person.account');
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  return (
    <>
      {passkeys.length > 0 && (
        <AccountRows>
          {passkeys.map((passkey) => (
            <AccountRow
              key={passkey.id}
              title={passkey.name}
              note={`${t('addedAt', { at: passkey.since })} · ${passkey.used ? t('seen', { at: passkey.used }) : t('neverUsed')}`}
            >
              <Button
                size="sm"
                aria-label={t('renameOf', { name: passkey.name })}
                onClick={() => setOpen({ kind: 'rename', passkey })}
              >
                {t('rename')}
              </Button>
              <Button
                size="sm"
                aria-label={t('removeOf', { name: passkey.name })}
                onClick={() => setOpen({ kind: 'remove', passkey })}
              >
                {t('remove')}
              </Button>
            </AccountRow>
          ))}
        </AccountRows>
      )}
      <Button
        className="justify-self-start"
        icon={<Plus aria-hidden="true" size={16} />}
        onClick={() => setOpen({ kind: 'add' })}
      >
        {t('addPasskey')}
      </Button>
      {open?.kind === 'add' && <AddPasskey onClose={close} />}
      {open?.kind === 'rename' && (
        <RenameDialog
          title={t('renameOf', { name: open.passkey.name })}
          label={t('passkeyName')}
          name={open.passkey.name}
          maxLength={60}
          operation={accountOperations.renamePasskey}
          input={(name) => ({ passkeyId: open.passkey.id, name })}
          onClose={close}
        />
      )}
      {open?.kind === 'remove' && <RemovePasskey passkey={open.passkey} onClose={close} />}
    </>
  );
}

/** Asks the device for a passkey; what it answers is kept under a name. */
function useNewPasskey(onDone: (name: string) => void) {
  const t = useTranslations('person.account');
  const begin = useOperation(accountOperations.beginPasskey, { refreshes: 'never' });
  const add = useOperation(accountOperations.addPasskey);
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const make = async (name: string) => {
    setProblem('');
    if (!browserSupportsWebAuthn()) return setProblem(t('passkeysUnknown'));
    const begun = await begin.run({});
    if (!begun.ok) return;
    setAsking(true);
    const made = await startRegistration({ optionsJSON: begun.value }).catch((error: Error) => error);
    setAsking(false);
    if (made instanceof Error) {
      return setProblem(t(made.name === 'InvalidStateError' ? 'passkeyThere' : 'passkeyNotMade'));
    }
    const { id, response } = made;
    const { clientDataJSON, attestationObject, transports } = response;
    const known = transports as Parameters<typeof add.run>[0]['credential']['response']['transports'];
    const credential = { id, response: { clientDataJSON, attestationObject, transports: known } };
    const answer = await add.run({ name, credential });
    if (answer.ok) onDone(name);
  };
  return {
    make,
    isBusy: begin.isBusy || isAsking || add.isBusy,
    problem,
    errors: [...begin.errors, ...add.errors],
    failed: begin.failed ?? add.failed,
  };
}

function AddPasskey({ onClose }: { onClose: () => void }) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const [name, setName] = useState(() => browserName(navigator.userAgent) ?? '');
  const { make, isBusy, problem, errors, failed } = useNewPasskey((named) => {
    toast({ text: t('passkeyAdded', { name: named }) });
    onClose();
  });
  const atName = errors.find(({ field }) => field.at(-1) === 'name')?.message;
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={t('addPasskey')}
      description={t('addPasskeyText')}
      locked={isBusy}
    >
      <form
        noValidate
        className="grid gap-4 pb-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void make(name);
        }}
      >
        <FormError problems={problem ? [{ key: problem, text: problem }] : []} />
        <FormProblems errors={errors.filter(({ field }) => field.at(-1) !== 'name')} failed={failed} />
        <TextInput
          label={t('passkeyName')}
          hint={t('passkeyNameHint')}
          name="name"
          required
          maxLength={60}
          autoComplete="off"
          value={name}
          error={atName}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogButtons save={t('goOn')} busy={isBusy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type OfOne = { passkey: PasskeyRow; onClose: () => void };

function RemovePasskey({ passkey, onClose }: OfOne) {
  const t = useTranslations('person.account');
  const toast = useToast();
  const { run } = useOperation(accountOperations.removePasskey, { tells: 'toast' });
  const remove = async () => {
    const answer = await run({ passkeyId: passkey.id });
    if (answer.ok) toast({ text: t('passkeyRemoved', { name: passkey.name }) });
    return answer.ok;
  };
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('removeTitle', { name: passkey.name })}
      description={t('removeText')}
      confirmLabel={t('remove')}
      tone="danger"
      onConfirm={remove}
    />
  );
}
