'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { FormError } from '@/components/ui/form-error';
import { ErrorNotice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { TextInput } from '@/components/ui/text-input';
import { changeMeetingAction } from '@/lib/meeting/actions';
import type { ViewProps } from './meeting-dialog';
import { PeopleFields } from './people-fields';
import { useBookingFacts } from './use-facts';
import { useMeetingAction } from './use-meeting-action';
import { useShowErrors } from './use-show-errors';
import { ViewFooter } from './view-footer';

/** Who comes, and the link; the time stays. */
export function ChangePeople(props: ViewProps) {
  const t = useTranslations('meeting');
  const { desk, row, onBack } = props;
  const { meeting } = row;
  const facts = useBookingFacts(desk.slug, { pair: meeting.pair.id });
  const [contactIds, setContactIds] = useState(meeting.participants.map(({ id }) => id));
  const [link, setLink] = useState(meeting.link ?? '');
  const { run, errors, isBusy } = useMeetingAction(
    props,
    changeMeetingAction,
    t('people.done', { title: row.title }),
  );
  const form = useShowErrors(errors);
  if (facts.at === 'loading') return <SkeletonText lines={4} />;
  if (facts.at === 'failed') return <ErrorNotice title={t('booking.failed')} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run({ contactIds, link: link.trim() || null });
  };
  return (
    <form ref={form} noValidate className="grid gap-5" onSubmit={submit}>
      <PeopleFields facts={facts.value} chosen={contactIds} error={errors.people} onChange={setContactIds} />
      <TextInput
        label={t('booking.link')}
        type="url"
        inputMode="url"
        placeholder="https://"
        maxLength={500}
        value={link}
        onChange={(event) => setLink(event.target.value)}
        error={errors.link}
      />
      <FormError problems={errors[''] ? [{ key: 'form', text: errors[''] }] : []} />
      <ViewFooter onBack={onBack} isBusy={isBusy} label={t('people.submit')} />
    </form>
  );
}
