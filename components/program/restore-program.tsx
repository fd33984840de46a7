'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Button } from '@/components/ui/button';
import { restoreProgramAction } from '@/lib/program/actions';

type Props = { programId: string; name: string; version: number };

export function RestoreProgram({ programId, name, version }: Props) {
  const t = useTranslations('program.archive');
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    setBusy(true);
    await act(
      (key) => restoreProgramAction({ programId, version }, key),
      () => ({ text: t('restored', { name }) }),
    );
    setBusy(false);
  };
  return (
    <Button size="sm" busy={busy} onClick={() => void restore()}>
      {t('restore')}
    </Button>
  );
}
