'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { useToast } from '@/components/ui/toast';
import { editInvestorAction } from '@/lib/investor/actions';
import { SameName } from '../program/party/same-name';
import { useFocusNames } from './focus-names';
import { InvestorFields, type InvestorValues } from './investor-fields';

type Props = { slug: string; investorId: string; version: number; initial: InvestorValues };

export function EditInvestorForm({ slug, investorId, version, initial }: Props) {
  const t = useTranslations('investor.form');
  const showFocus = useFocusNames();
  const router = useRouter();
  const toast = useToast();
  const profile = `/programs/${slug}/investors/${investorId}`;
  const isMeant = useRef(false);
  const form = useEdit({
    initial,
    version,
    send: (patch) =>
      editInvestorAction(slug, { investorId, ...patch, ...(isMeant.current && { sameName: true }) }),
    done: () => {
      toast({ text: t('saved') });
      router.push(profile);
    },
  });
  const isSameName = form.errors.some((error) => error.reason === 'same_name');
  return (
    <form {...form.props} className="grid max-w-3xl gap-5">
      {isSameName ? (
        <SameName
          found={form.current}
          hrefOf={(id) => `/programs/${slug}/investors/${id}`}
          busy={form.busy}
          anyway={t('saveAnyway')}
          onAnyway={() => {
            isMeant.current = true;
            void form.submit(form.values);
          }}
        />
      ) : (
        form.conflicts.length === 0 && <FormProblems errors={form.problems} failed={form.failed} />
      )}
      <ConflictPanel
        conflicts={form.conflicts}
        mine={form.values}
        label={(field) => t(field as keyof InvestorValues)}
        show={(_field, value) => (Array.isArray(value) ? showFocus(value) : String(value))}
        onTheirs={form.takeTheirs}
      />
      <InvestorFields key={form.stamp} values={form.values} set={form.set} error={form.error} />
      <FormButtons save={t('save')} cancel={t('cancel')} cancelHref={profile} busy={form.busy} />
    </form>
  );
}
