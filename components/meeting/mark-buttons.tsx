'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { marksOffered } from '@/lib/meeting/rules';
import { BackToScheduled } from './back-to-scheduled';
import type { ViewProps } from './meeting-dialog';
import { type Mark, useMark } from './use-mark';

type Props = Pick<ViewProps, 'desk' | 'row' | 'onClose' | 'onBusy'>;

/** How it went, one tap; what stands or would be refused is not offered, and a wrong mark can be taken back. */
export function MarkButtons({ desk, row, onClose, onBusy }: Props) {
  const t = useTranslations('meeting');
  const mark = useMark(desk.slug);
  const [asked, setAsked] = useState<string>();
  const choose = async (chosen: Mark) => {
    onBusy(true);
    const outcome = await mark.set(row, chosen);
    onBusy(false);
    if (outcome.isDone) onClose();
    else setAsked(outcome.asked);
  };
  const offered = marksOffered(row.meeting, desk.asStartup, new Date());
  const marks = offered.filter((each) => each.state !== 'scheduled');
  const label = (each: Mark) => (each.state === 'no_show' ? t(`side.${each.side}`) : t('state.held'));
  return (
    <fieldset className="grid gap-2 border-t border-line pt-4">
      <legend className="sr-only">{t('mark.label')}</legend>
      {marks.length > 0 && (
        <p aria-hidden="true" className="font-bold">
          {t('mark.label')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {marks.map((each) => (
          <Button key={label(each)} disabled={mark.isBusy} onClick={() => choose(each)}>
            {label(each)}
          </Button>
        ))}
        {offered.length === 0 && <p className="text-ink-2">{t('mark.byOffice')}</p>}
        {offered.length > marks.length && (
          <BackToScheduled
            {...{ isBusy: mark.isBusy, asked }}
            onSubmit={(reason) => choose({ state: 'scheduled', ...(reason ? { reason } : {}) })}
          />
        )}
      </div>
    </fieldset>
  );
}
