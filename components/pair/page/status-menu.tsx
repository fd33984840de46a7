'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFailureText } from '@/components/form/failure-words';
import { perform } from '@/components/form/perform';
import { late } from '@/components/ui/late';
import { Menu } from '@/components/ui/menu';
import { useToast } from '@/components/ui/toast';
import { changeStatusAction, voidEventAction } from '@/lib/pair/actions';
import { type PairStatus, STATUS_TABLE, STATUSES } from '@/lib/pair/rules/stages';
import type { MovingPair } from './move-menu';

const StatusDialog = late(() => import('./status-dialog').then((file) => file.StatusDialog));

type Props = { slug: string; pair: MovingPair; homeZone: string; zoneText: string };

/** Closes, holds or reopens a pair. What needs a reason asks for it; the rest is done at once and can be undone. */
export function StatusMenu({ slug, pair, homeZone, zoneText }: Props) {
  const t = useTranslations('pair');
  const textOf = useFailureText();
  const toast = useToast();
  const [asking, setAsking] = useState<PairStatus | null>(null);

  const done = (status: PairStatus, eventId: string) => {
    const undo = async () => {
      const reason = t('page.undoReason');
      const taken = await perform((key) => voidEventAction(slug, { pairId: pair.id, eventId, reason }, key));
      if (!taken.ok) toast({ tone: 'danger', text: textOf(taken) });
    };
    toast({ text: t('page.statusChanged', { status: t(`status.${status}`) }), undo });
  };
  const change = async (status: PairStatus) => {
    if (STATUS_TABLE[status].needsReason) return setAsking(status);
    const result = await perform((key) =>
      changeStatusAction(slug, { pairId: pair.id, status, version: pair.version }, key),
    );
    if (result.ok) return done(status, result.value.eventId);
    toast({ tone: 'danger', text: textOf(result) });
  };
  const items = STATUSES.filter((status) => status !== pair.status).map((status) => ({
    id: status,
    label: t(`page.to.${status}`),
    onSelect: () => void change(status),
  }));
  return (
    <>
      <Menu
        place="end"
        trigger={
          <>
            {t('page.status')}
            <ChevronDown aria-hidden="true" size={16} />
          </>
        }
        items={items}
      />
      {asking && (
        <StatusDialog
          {...{ slug, pair, homeZone, zoneText }}
          status={asking}
          onClose={() => setAsking(null)}
          onDone={done}
        />
      )}
    </>
  );
}
