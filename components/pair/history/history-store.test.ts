import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHistory, type Outcome } from './history-store';

/** A value that steps set, each from what it was. */
function counted() {
  const history = createHistory();
  const now = { value: 0 };
  const set = (to: number) => {
    const from = now.value;
    now.value = to;
    history.push({
      text: `${from} to ${to}`,
      undo: async () => {
        now.value = from;
        return 'done';
      },
      redo: async () => {
        now.value = to;
        return 'done';
      },
    });
  };
  return { history, now, set };
}

describe('the history', () => {
  it('undoes all and does all again, however many steps and in whatever order of both', async () => {
    const press = fc.array(fc.oneof(fc.constantFrom('undo', 'redo'), fc.nat(99)), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(press, async (presses) => {
        const { history, now, set } = counted();
        // What an editor does, written down as a list and a place in it.
        let [list, at] = [[0], 0];
        for (const each of presses) {
          if (each === 'undo') at = Math.max(0, at - 1);
          else if (each === 'redo') at = Math.min(list.length - 1, at + 1);
          else {
            list = [...list.slice(0, at + 1), each];
            at += 1;
          }
          if (typeof each === 'number') set(each);
          else await history[each as 'undo' | 'redo']();
          expect(now.value).toBe(list[at]);
        }
      }),
    );
  });

  it('takes a step out that is undone by its message, from the middle too', async () => {
    const { history, set } = counted();
    set(1);
    const [first] = history.read().done;
    set(2);
    expect(await history.undo(first)).toBe('done');
    expect(history.read().done.map(({ text }) => text)).toEqual(['1 to 2']);
    expect(await history.undo(first)).toBeNull();
  });

  it('forgets what others made impossible, and keeps what did not reach the server', async () => {
    const history = createHistory();
    const outcomes: Outcome[] = ['again', 'gone'];
    const turn = async () => outcomes.shift() as Outcome;
    history.push({ text: 'a', undo: turn, redo: turn });
    expect(await history.undo()).toBe('again');
    expect(history.read().done).toHaveLength(1);
    expect(await history.undo()).toBe('gone');
    expect(history.read()).toMatchObject({ done: [], undone: [], isBusy: false });
  });

  it('undoes one step at a time', async () => {
    const history = createHistory();
    let finish = (_: Outcome) => {};
    const turn = () => new Promise<Outcome>((resolve) => (finish = resolve));
    history.push({ text: 'a', undo: turn, redo: turn });
    const first = history.undo();
    expect(await history.undo()).toBeNull();
    finish('done');
    expect(await first).toBe('done');
    expect(history.read().undone).toHaveLength(1);
  });
});
