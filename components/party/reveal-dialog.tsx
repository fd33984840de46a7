'use client';

import { useLocale, useTranslations } from 'next-intl';
import { DialogButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useForm } from '@/components/form/use-form';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextInput } from '@/components/ui/text-input';
import { useToast } from '@/components/ui/toast';
import { shownName } from '@/lib/core/shown-name';
import { contactOperations } from '@/lib/party/operations';
import type { ContactItem } from '@/lib/party/schema';

type Shown = (data: { email: string; phone: string }) => void;
type Props = { contact: ContactItem | null; onClose: () => void; onShown: Shown };

/** Asks why before contact data is shown; the answer is kept with who looked and when. */
export function RevealDialog({ contact, onClose, onShown }: Props) {
  const t = useTranslations('party.contact');
  const locale = useLocale();
  return (
    <Dialog
      open={contact !== null}
      onClose={onClose}
      title={t('revealTitle', { name: contact ? shownName(contact, locale) : '' })}
      description={t('revealText')}
      size="sm"
    >
      {contact && <ReasonForm contactId={contact.id} onClose={onClose} onShown={onShown} />}
    </Dialog>
  );
}

function ReasonForm({ contactId, onClose, onShown }: Omit<Props, 'contact'> & { contactId: string }) {
  const t = useTranslations('party.contact');
  const toast = useToast();
  const form = useForm({
    initial: { reason: '' },
    operation: contactOperations.revealContact,
    input: ({ reason }) => ({ contactId, reason }),
    done: ({ email, phone }) => {
      onClose();
      onShown({ email, phone });
      toast({ text: t('revealed') });
    },
  });
  const reasons = (['schedule', 'documents', 'follow_up'] as const).map((key) => t(`reasons.${key}`));
  return (
    <form {...form.props} className="grid gap-4 pb-5">
      <FormProblems errors={form.problems} failed={form.failed} />
      <TextInput label={t('reason')} required maxLength={300} autoComplete="off" {...form.field('reason')} />
      <div className="flex flex-wrap gap-2">
        {reasons.map((reason) => (
          <Button key={reason} size="sm" onClick={() => form.set('reason', reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <DialogButtons save={t('revealAction')} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
