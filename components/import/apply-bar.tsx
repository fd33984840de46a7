'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormProblems } from '@/components/form/form-problems';
import { useOperation } from '@/components/form/use-operation';
import { ActionBar } from '@/components/ui/action-bar';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import type { StepProgress } from '@/lib/core/progress';
import { importOperations } from '@/lib/import/operations';
import type { ImportDetail } from '@/lib/import/schema';
import { importPath, LONG_MS } from './import-address';
import { ImportProgress } from './import-progress';

/** What would be written, in one sentence, and the button that writes it. */
export function ApplyBar({ slug, detail }: { slug: string; detail: ImportDetail }) {
  const t = useTranslations('import.apply');
  const toast = useToast();
  const router = useRouter();
  const { id: importId, version, create, change, conflict, rejectedRows } = detail;
  const [progress, setProgress] = useState<StepProgress | null>(null);
  const apply = useOperation(importOperations.apply, { onProgress: setProgress });
  const check = useOperation(importOperations.change, { tells: 'toast', patience: LONG_MS });
  const discard = useOperation(importOperations.discard, { tells: 'toast', refreshes: 'never' });
  const count = create + change;
  const write = async () => {
    setProgress({ step: 'check', done: 0, of: 0 });
    const answer = await apply.run({ importId, version });
    setProgress(null);
    if (answer.ok) toast({ text: t('done', { count }) });
  };
  const stop = () => {
    apply.cancel();
    toast({ text: t('stopped') });
    router.refresh();
  };
  const leave = async () => {
    if ((await discard.run({ importId })).ok) router.push(importPath(slug));
  };
  const isOutdated = apply.errors.some(({ reason }) => reason === 'preview_changed');
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <FormProblems errors={apply.errors} failed={apply.failed} />
      {isOutdated && (
        <div>
          <Button
            busy={check.isPending}
            onClick={async () => (await check.run({ importId, version })).ok && apply.forget()}
          >
            {t('checkAgain')}
          </Button>
        </div>
      )}
      <p>
        {count === 0 ? t('nothing') : t('sentence', { create, change })}{' '}
        {conflict + rejectedRows > 0 && t('leftOut', { conflict, rejected: rejectedRows })}
      </p>
      {progress && <ImportProgress progress={progress} />}
      <ActionBar>
        {progress ? (
          <Button onClick={stop}>{t('stop')}</Button>
        ) : (
          <Button busy={discard.isBusy} onClick={leave}>
            {t('discard')}
          </Button>
        )}
        <Button tone="primary" busy={apply.isPending} disabled={count === 0} onClick={write}>
          {t('submit', { count })}
        </Button>
      </ActionBar>
    </div>
  );
}
