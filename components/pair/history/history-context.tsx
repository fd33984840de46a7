'use client';

import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { PairItem } from '@/lib/pair/schema';
import { createHistory, type History } from './history-store';

const HistoryContext = createContext<History | null>(null);

/** Holds what the person did in a program. Given a key of both, it begins empty with another person or program. */
export function HistoryProvider({ children }: { children: ReactNode }) {
  const [history] = useState(createHistory);
  return <HistoryContext value={history}>{children}</HistoryContext>;
}

/** `const history = useHistory(); history.push({ text, undo, redo })` */
export function useHistory(): History {
  const history = useContext(HistoryContext);
  if (!history) throw new Error('no history outside of a program');
  return history;
}

/** The steps as they stand, read anew with each change. */
export function useSteps(history: History) {
  return useSyncExternalStore(history.watch, history.read, history.read);
}

/** Shows in a view what is undone and done again while it is open. */
export function useHistoryView(show: (pair: PairItem) => void): void {
  const history = useHistory();
  useEffect(() => history.addView(show), [history, show]);
}
