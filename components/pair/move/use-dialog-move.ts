'use client';

import { useState } from 'react';

/** A move out of a dialog: the dialog and what was typed stay until it is done, and say why it is not. */
export function useDialogMove(onDone: () => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (move: () => Promise<string | null>) => {
    if (isBusy) return;
    setIsBusy(true);
    const why = await move();
    setIsBusy(false);
    setProblem(why);
    if (why === null) onDone();
  };
  return { send, isBusy, problem };
}
