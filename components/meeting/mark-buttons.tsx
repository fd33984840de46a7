'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Side } from '@/lib/meeting/rules';
import type { ViewProps } from './meeting-dialog';
import { type Mark, useMark } from './use-mark';

type Props = Pick<ViewProps, 'desk' | 'row' | 'onClose' | 'onBusy'> & { started: boolean };

/** How it went, one tap; the mark that stands is not offered again, and a wrong one can be taken back. */
export function MarkButtons({ desk, row, onClose, onBusy, started }: Props) {
  const t = useTranslations('meeting');
  const mark = useMark(desk.slug);
  const { state, noShowSide } = row.meeting;
  const choose = async (chosen: Mark) => {
    onBusy(true);
    const isDone = await mark.set(row, chosen);
    onBusy(false);
    if (isDone) onClose();
  };
  const sides: readonly Side[] = ['investor', 'startup', 'both'];
  const all: { key: string; label: string; mark: Mark; stands: boolean }[] = [
    { key: 'held', label: t('state.held'), mark: { state: 'held' }, stands: state === 'held' },
    ...sides.map((side) => ({
      key: side,
      label: t(`side.${side}`),
      mark: { state: 'no_show' as const, side },
      stands: state === 'no_show' && noShowSide === side,
    })),
  ];
  const marks = started && state !== 'cancelled' ? all.filter(({ stands }) => !stands) : [];
  const isBack = state !== 'scheduled' && !(state === 'cancelled' && desk.asStartup);
  return (
    <fieldset className="grid gap-2 border-t border-line pt-4">
      <legend className="sr-only">{t('mark.label')}</legend>
      {marks.length > 0 && (
        <p aria-hidden="true" className="font-bold">
          {t('mark.label')}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {marks.map(({ key, label, mark: chosen }) => (
          <Button key={key} disabled={mark.isBusy} onClick={() => choose(chosen)}>
            {label}
          </Button>
        ))}
        {isBack && (
          <Button tone="quiet" disabled={mark.isBusy} onClick={() => choose({ state: 'scheduled' })}>
            {t('mark.back')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
