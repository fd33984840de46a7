'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { call, type Failure } from '@/components/form/call';
import type { StepProgress } from '@/lib/core/progress';
import { importOperations } from '@/lib/import/operations';
import type { ImportKind } from '@/lib/import/schema';
import { keepChosenFile } from './chosen-file';
import { importPath } from './import-address';

type Sent = { file: File; kind: ImportKind; sheet?: string };

/** Sends a spreadsheet to be read, and goes to what came of it. */
export function useUpload(slug: string) {
  const router = useRouter();
  const [progress, setProgress] = useState<StepProgress | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (sent: Sent) => {
    setFailure(null);
    setProgress({ step: 'upload', done: 0, of: sent.file.size });
    const answer = await call(importOperations.create, sent, { program: slug, onProgress: setProgress });
    setProgress(null);
    if (!answer.ok) return setFailure(answer);
    keepChosenFile(answer.value.id, sent.file);
    router.push(importPath(slug, answer.value.id));
  };
  return {
    send,
    progress,
    isBusy: progress !== null,
    errors: failure?.errors ?? [],
    failed: failure?.failed ?? null,
  };
}
