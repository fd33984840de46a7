'use client';

import { useState } from 'react';
import type { Answer } from '@/components/form/call';
import { type SentRows, sendInParts } from './send-in-parts';

/** How far a change of many is; null while none is on its way. */
export type BulkProgress = { done: number; all: number } | null;

/** Sends many rows in parts, as `sendInParts` does, and tells how far it is. */
export function useSending() {
  const [progress, setProgress] = useState<BulkProgress>(null);
  const sendAll = async <Row, Value>(
    rows: readonly Row[],
    list: string,
    send: (rows: readonly Row[]) => Promise<Answer<Value>>,
  ): Promise<SentRows<Row, Value>> => {
    const all = rows.length;
    setProgress({ done: 0, all });
    const sent = await sendInParts(rows, { list, send, onProgress: (done) => setProgress({ done, all }) });
    setProgress(null);
    return sent;
  };
  return { progress, sendAll };
}
