import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemOfError } from '@/app/api/v1/problem';
import { type SmallProgram, smallProgram } from '@/e2e/support/small-program';
import { type AppError, isAppError } from '@/lib/core/errors';
import { noInput } from '@/lib/core/fields';
import { get } from '@/lib/core/operation';
import { nothingShape } from '@/lib/core/shapes';
import { readMatrix } from '@/lib/pair/queries/figures';
import { viewerQuery } from './query';

let program: SmallProgram;

beforeAll(async () => {
  program = await smallProgram('read-lanes');
});
afterAll(() => program.end());

/** A read that lasts until it is let go, and the most of it that ran at once. */
function heldRead(isWide: boolean) {
  const open: (() => void)[] = [];
  const state = { running: 0, most: 0 };
  const ask = viewerQuery({
    operation: get<typeof noInput, typeof nothingShape>('person.wait', '/wait', 'A test'),
    input: noInput,
    output: nothingShape,
    may: () => true,
    ...(isWide && { isWide: true as const }),
    run: async () => {
      state.running += 1;
      state.most = Math.max(state.most, state.running);
      await new Promise<void>((resolve) => open.push(resolve));
      state.running -= 1;
      return {};
    },
  });
  const letAllGo = async (done: Promise<unknown>) => {
    let over = false;
    void done.then(() => {
      over = true;
    });
    while (!over) {
      for (const go of open.splice(0)) go();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { ask, state, letAllGo };
}

it.each([
  { isWide: true, atOnce: 4, waiting: 40 },
  { isWide: false, atOnce: 8, waiting: 100 },
])(
  '7.8 of one person $atOnce reads run, $waiting wait, the next are refused, and others read meanwhile (over a whole program: $isWide)',
  async ({ isWide, atOnce, waiting }) => {
    const { ask, state, letAllGo } = heldRead(isWide);
    const asked = Array.from({ length: atOnce + waiting + 3 }, () => ask(program.admin, {}));
    const all = Promise.allSettled(asked);
    const refused = (await Promise.allSettled(asked.slice(-3))).map((each) =>
      each.status === 'rejected' && isAppError(each.reason) ? each.reason.code : each.status,
    );
    expect(refused).toEqual(['too_many', 'too_many', 'too_many']);
    expect((await readMatrix(program.manager, {})).startups.length).toBeGreaterThan(0);
    await letAllGo(all);
    expect((await all).filter(({ status }) => status === 'fulfilled')).toHaveLength(atOnce + waiting);
    expect(state.most).toBe(atOnce);
    const response = problemOfError(
      (await asked.at(-1)?.catch((error: AppError) => error)) as AppError,
      'en',
    );
    expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true]);
  },
);
