'use client';

import { Users } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import type { Choices } from '@/components/person/role-fields';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { useToast } from '@/components/ui/toast';
import { invitationOperations } from '@/lib/invitation/operations';
import { type PastedPerson, readPasted } from '@/lib/invitation/rules/pasted';
import type { InvitedPeople } from '@/lib/invitation/schema';
import { personOperations } from '@/lib/person/operations';
import type { MemberRole } from '@/lib/person/policy';
import { InviteRows, isReady } from './invite-rows';
import { InvitedLinks } from './invited-links';

/** Many people by one list: pasted, looked at line by line, then invited all at once. */
export function InviteManyButton({ choices }: { choices: Choices }) {
  const t = useTranslations('invitation.many');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Users aria-hidden="true" size={16} />} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <InviteManyDialog choices={choices} onClose={() => setOpen(false)} />}
    </>
  );
}

type Props = { choices: Choices; onClose: () => void };

function InviteManyDialog({ choices, onClose }: Props) {
  const t = useTranslations('invitation.many');
  const words = useTranslations('person.role');
  const locale = useLocale();
  const toast = useToast();
  const [text, setText] = useState('');
  const [rows, setRows] = useState<PastedPerson[] | null>(null);
  const [invited, setInvited] = useState<InvitedPeople['items'] | null>(null);
  const invite = useOperation(invitationOperations.invitePeople);
  const end = useOperation(personOperations.endMemberships, { tells: 'toast' });

  const read = () => {
    const roles = choices.roles.map((role) => ({ role, words: [words(role), role] }));
    const startups = choices.startups.map(({ value, label }) => ({ id: value, names: [label] }));
    setRows(readPasted(text, { roles, startups }));
  };
  const send = async (people: readonly PastedPerson[]) => {
    const answer = await invite.run({
      people: people.map(({ role, startupId, ...person }) => ({
        ...{ ...person, role: role as MemberRole, locale },
        ...(role === 'startup' && { startupId: startupId || null }),
      })),
    });
    if (!answer.ok) return;
    const { items } = answer.value;
    setInvited(items);
    const members = items.map(({ membershipId, version }) => ({ membershipId, version }));
    toast({
      text: t('done', { count: items.length }),
      undo: async () => {
        if ((await end.run({ members })).ok) onClose();
      },
    });
  };
  if (invited) {
    return (
      <Dialog open onClose={onClose} size="lg" title={t('doneTitle', { count: invited.length })}>
        <InvitedLinks invited={invited} onClose={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      locked={invite.isBusy}
      title={t('title')}
      description={t('text')}
    >
      {rows === null ? (
        <form
          className="grid gap-4 pb-5"
          onSubmit={(event) => {
            event.preventDefault();
            read();
          }}
        >
          <TextArea
            label={t('list')}
            hint={t('listHint')}
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <DialogButtons save={t('look')} busy={false} disabled={text.trim() === ''} onCancel={onClose} />
        </form>
      ) : (
        <form
          className="grid gap-4 pb-5"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send(rows);
          }}
        >
          <FormProblems
            errors={invite.errors.filter(({ field }) => field[0] !== 'people')}
            failed={invite.failed}
          />
          <InviteRows rows={rows} choices={choices} errors={invite.errors} onChange={setRows} />
          <DialogButtons
            save={t('send', { count: rows.length })}
            busy={invite.isBusy}
            disabled={!isReady(rows)}
            cancel={t('back')}
            onCancel={() => {
              invite.forget();
              setRows(null);
            }}
          />
        </form>
      )}
    </Dialog>
  );
}
