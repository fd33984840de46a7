import { stripTypeScriptTypes } from 'node:module';
import { afterEach, describe, expect, test } from 'vitest';
import { findMutants } from './mutants';

const SOURCES = [
  { file: 'lib/pair/rules/age.ts', text: 'export const isOld = (days: number): boolean => days >= 30;\n' },
  {
    file: 'lib/amount/rules.ts',
    text: "export function words(isPaid: boolean) {\n  return isPaid ? 'paid' : `open`;\n}\n",
  },
];

type Switched = { __stryker__?: { activeMutant?: string } };

afterEach(() => {
  delete (globalThis as Switched).__stryker__;
});

/** The first source with one mutant switched on, or none. */
async function isOldWith(active?: string): Promise<(days: number) => boolean> {
  const { instrumented } = await findMutants(SOURCES);
  const code = stripTypeScriptTypes(instrumented[0]?.text ?? '');
  (globalThis as Switched).__stryker__ = { activeMutant: active };
  return (await import(`data:text/javascript,${encodeURIComponent(`${code}// ${active}`)}`)).isOld;
}

describe('mutants', () => {
  test('the same sources give the same ones', async () => {
    const [first, second] = [await findMutants(SOURCES), await findMutants(SOURCES)];
    expect(first.mutants).toEqual(second.mutants);
    expect(new Set(first.mutants.map(({ key }) => key)).size).toBe(first.mutants.length);
  });

  test('a mutant says where it is, what it replaces, and how the file then reads', async () => {
    const { mutants } = await findMutants(SOURCES);
    const boundary = mutants.find(({ replacement }) => replacement === 'days > 30');
    expect(boundary).toMatchObject({
      file: 'lib/pair/rules/age.ts',
      folder: 'pair',
      line: 1,
      column: 49,
      mutator: 'EqualityOperator',
      original: 'days >= 30',
      text: 'export const isOld = (days: number): boolean => days > 30;\n',
    });
  });

  test('a text is not emptied', async () => {
    const { mutants } = await findMutants(SOURCES);
    const own = mutants.filter(({ file }) => file === 'lib/amount/rules.ts');
    expect(own.map(({ mutator }) => mutator)).toEqual(['BlockStatement']);
  });

  test('its key lasts when another file changes', async () => {
    const { mutants } = await findMutants(SOURCES);
    const longer = [{ file: 'lib/amount/policy.ts', text: 'export const mayAdd = true;\n' }, ...SOURCES];
    const after = (await findMutants(longer)).mutants;
    expect(after.map(({ key }) => key)).toEqual(expect.arrayContaining(mutants.map(({ key }) => key)));
    expect(after.at(-1)?.id).not.toBe(mutants.at(-1)?.id);
  });

  test('none is on until its switch is', async () => {
    const { mutants } = await findMutants(SOURCES);
    const boundary = mutants.find(({ replacement }) => replacement === 'days > 30');
    expect((await isOldWith())(30)).toBe(true);
    expect((await isOldWith(boundary?.id))(30)).toBe(false);
    expect((await isOldWith(boundary?.id))(31)).toBe(true);
  });
});
