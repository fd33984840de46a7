'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorNotice } from '@/components/ui/notice';
import { useToast } from '@/components/ui/toast';
import type { Change } from '@/lib/timetable/schema';
import type { RepairAnswer } from '@/lib/timetable/schema/questions';
import { stageRequests } from '../requests';
import { ChangeForm, type ChangeKind, type Place } from './change-form';
import { RepairOptions } from './repair-options';

const KINDS: readonly ChangeKind[] = ['party_leaves', 'party_away', 'table_lost', 'slot_lost'];

type Props = { slug: string; stage: string; place: Place };

/** Something has happened: ways to go on, from the one that moves the fewest to the one that is worth the most. */
export function RepairScreen({ slug, stage, place }: Props) {
  const t = useTranslations('timetable-grid.repair');
  const router = useRouter();
  const toast = useToast();
  const ask = stageRequests(slug, stage);
  const [busy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [found, setFound] = useState<{ change: Change; answer: RepairAnswer } | null>(null);
  const [option, setOption] = useState<number | null>(null);
  const says = (
    answer: { problem: { detail: string; errors?: { message: string }[] } } | { offline: true },
  ) => ('problem' in answer ? (answer.problem.errors?.[0]?.message ?? answer.problem.detail) : t('offline'));
  const look = async (change: Change) => {
    setBusy(true);
    setWhy(null);
    const answer = await ask.repairs(change);
    setBusy(false);
    if (!answer.ok) return setWhy(says(answer));
    setFound({ change, answer: answer.value });
    setOption(answer.value.options[0]?.option ?? null);
  };
  const take = async () => {
    if (!found || option === null) return;
    setBusy(true);
    const answer = await ask.takeRepair(found.change, option, found.answer.basedOn);
    setBusy(false);
    if (!answer.ok) return setWhy(says(answer));
    toast({ text: t('taken') });
    router.push(`/programs/${slug}/timetable/${answer.value.timetableId}`);
  };
  return (
    <div className="grid grid-cols-1 gap-6">
      <ChangeForm
        {...{ place, busy }}
        kinds={KINDS.filter((kind) => kind !== 'table_lost' || place.tables.length > 0)}
        label={t('what')}
        submit={t('look')}
        onSubmit={(change) => void look(change)}
      />
      {why && <ErrorNotice title={t('failed')}>{why}</ErrorNotice>}
      {found && (
        <section aria-label={t('options')} className="grid gap-4 border-t border-line pt-4">
          <p aria-live="polite" className="font-bold">
            {t('hit', { count: found.answer.hit.length })}
          </p>
          <RepairOptions answer={found.answer} place={place} chosen={option} onChoose={setOption} />
          {found.answer.options.length > 0 && (
            <div className="flex flex-wrap items-center gap-3">
              <Button tone="primary" busy={busy} onClick={() => void take()}>
                {t('take')}
              </Button>
              <p className="text-sm text-ink-2">{t('takeHint')}</p>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
