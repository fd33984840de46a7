import type { PairItem } from '@/lib/pair/schema';

/**
 * What came of undoing a step or doing it again: done; `gone`, because others changed what it was about; or `again`, because
 * the server was not reached and it can be tried once more.
 */
export type Outcome = 'done' | 'gone' | 'again';

/** Something that the person did on this tab: what it was, in words, and how it is undone and done again. */
export type HistoryStep = { text: string; undo: () => Promise<Outcome>; redo: () => Promise<Outcome> };

type State = {
  /** What can be undone, the latest last. */
  done: readonly HistoryStep[];
  /** What can be done again, the next one last. */
  undone: readonly HistoryStep[];
  isBusy: boolean;
};

const EMPTY: State = { done: [], undone: [], isBusy: false };
const MOST_STEPS = 100;

/** The steps of one person in one program on one tab. One step is undone or done again at a time. */
export function createHistory() {
  let state = EMPTY;
  const watchers = new Set<() => void>();
  const views = new Set<(pair: PairItem) => void>();
  const set = (next: State) => {
    state = next;
    for (const watcher of watchers) watcher();
  };

  const turn = async (from: 'done' | 'undone', step: HistoryStep | undefined): Promise<Outcome | null> => {
    if (!step || state.isBusy || !state[from].includes(step)) return null;
    const to = from === 'done' ? 'undone' : 'done';
    set({ ...state, isBusy: true });
    let outcome: Outcome = 'again';
    try {
      outcome = await (from === 'done' ? step.undo() : step.redo());
    } finally {
      const left = outcome === 'again' ? state[from] : state[from].filter((each) => each !== step);
      const added = outcome === 'done' ? [...state[to], step] : state[to];
      set({ ...state, isBusy: false, [from]: left, [to]: added });
    }
    return outcome;
  };

  return {
    /** A new step; what was undone before it cannot be done again. */
    push: (step: HistoryStep) =>
      set({ ...state, done: [...state.done, step].slice(-MOST_STEPS), undone: [] }),
    /** Undoes the latest step, or the one given, wherever it stands. Null where there is none, or another is on its way. */
    undo: (step = state.done.at(-1)) => turn('done', step),
    redo: (step = state.undone.at(-1)) => turn('undone', step),
    read: () => state,
    watch: (watcher: () => void) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    /** Shows a pair in the views that are open now: they may not be the ones in which it was changed. */
    show: (pair: PairItem) => {
      for (const view of views) view(pair);
    },
    addView: (show: (pair: PairItem) => void) => {
      views.add(show);
      return () => void views.delete(show);
    },
  };
}

export type History = ReturnType<typeof createHistory>;
