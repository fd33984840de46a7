'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { call, type Failure } from '@/components/form/call';
import { useToast } from '@/components/ui/toast';
import type { InputOf } from '@/lib/core/operation';
import type { StepProgress } from '@/lib/core/progress';
import { transferOperations } from '@/lib/transfer/operations';
import type { ArchivePreview } from '@/lib/transfer/schema';

/** A large archive takes minutes to send, and some more to write. */
const PATIENCE_MS = 60 * 60_000;

type Shown = { file: File; preview: ArchivePreview };

/** An archive that is looked at, and then made a program of. The file goes out twice: the server keeps nothing in between. */
export function useRestore() {
  const t = useTranslations('archive');
  const router = useRouter();
  const toast = useToast();
  const [shown, setShown] = useState<Shown | null>(null);
  const [progress, setProgress] = useState<StepProgress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = (file: File) => {
    setFailure(null);
    setProgress({ step: 'upload', done: 0, of: file.size });
    return { onProgress: setProgress, patience: PATIENCE_MS };
  };
  const look = async (file: File) => {
    setShown(null);
    const answer = await call(transferOperations.previewArchive, { file }, begin(file));
    setProgress(null);
    if (answer.ok) setShown({ file, preview: answer.value });
    else setFailure(answer);
  };
  const restore = async (input: InputOf<typeof transferOperations.restoreArchive>) => {
    const answer = await call(transferOperations.restoreArchive, input, begin(input.file as File));
    setProgress(null);
    if (!answer.ok) return setFailure(answer);
    toast({ text: t('done') });
    router.push(`/programs/${answer.value.slug}`);
    // The list of programs in the navigation has one more.
    router.refresh();
  };
  const forget = () => {
    setShown(null);
    setFailure(null);
  };
  return { shown, progress, failure, look, restore, forget };
}
