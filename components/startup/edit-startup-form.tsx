'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ConflictPanel } from '@/components/form/conflict-panel';
import { FormButtons } from '@/components/form/form-buttons';
import { FormProblems } from '@/components/form/form-problems';
import { useEdit } from '@/components/form/use-edit';
import { useToast } from '@/components/ui/toast';
import { editStartupAction } from '@/lib/startup/actions';
import type { Sector } from '@/lib/startup/schema';
import { SameName } from '../program/party/same-name';
import { StartupFields, type StartupValues } from './startup-fields';

type Props = { slug: string; startupId: string; version: number; initial: StartupValues };

export function EditStartupForm({ slug, startupId, version, initial }: Props) {
  const t = useTranslations('startup.form');
  const sectors = useTranslations('startup.sector');
  const router = useRouter();
  const toast = useToast();
  const profile = `/programs/${slug}/startups/${startupId}`;
  const isMeant = useRef(false);
  const form = useEdit({
    initial,
    version,
    send: (patch) =>
      editStartupAction(slug, { startupId, ...patch, ...(isMeant.current && { sameName: true }) }),
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
          hrefOf={(id) => `/programs/${slug}/startups/${id}`}
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
        label={(field) => t(field as keyof StartupValues)}
        show={(field, value) => (field === 'sector' ? sectors(value as Sector) : String(value))}
        onTheirs={form.takeTheirs}
      />
      <StartupFields values={form.values} set={form.set} error={form.error} />
      <FormButtons save={t('save')} cancel={t('cancel')} cancelHref={profile} busy={form.busy} />
    </form>
  );
}
