import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkB2b } from '@/lib/solver/rules/b2b/check';
import { Problem } from '../problem';
import { readRequest } from './request';
import { runB2b } from './run';

const EVENT = `nBusiness = 4; nMeetings = 4; nTables = 1; nTotalSlots = 6; nMorningSlots = 3;
requested = [|1, 2,3, |1, 3,1, |2, 3,3, |3, 4,2, |];
forbidden = [{0},{2},{0},{0}]; fixed = [0,1,0,0]; precedences = [{},{},{1},{}];`;

let folder = '';
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'b2b-'));
  await writeFile(file('event.dzn'), EVENT);
  await writeFile(file('broken.dzn'), EVENT.replace('nTables = 1', 'nTables = many'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('npm run b2b', () => {
  it('reads file and options', async () => {
    const usual = await readRequest([file('event.dzn')]);
    expect(usual).toMatchObject({ fairness: 2, seconds: 170, seed: 1, annealingOnly: false });
    expect(usual.problem.meetings).toHaveLength(4);
    const words = [file('event.dzn'), '--fairness', '0', '--seconds', '5', '--seed', '9', '--annealing-only'];
    const chosen = { fairness: 0, seconds: 5, seed: 9, moves: Number.POSITIVE_INFINITY, annealingOnly: true };
    expect(await readRequest(words)).toMatchObject(chosen);
  });

  it.each<[string, (event: string) => string[], string]>([
    ['no file', () => [], 'One file is required.'],
    ['two files', (event) => [event, event], 'One file is required.'],
    ['no such file', () => ['nowhere.dzn'], 'nowhere.dzn cannot be read.'],
    [
      'no number',
      (event) => [event, '--fairness', 'much'],
      '--fairness takes a whole number from 0, not "much".',
    ],
    ['no such option', (event) => [event, '--speed', '3'], "Unknown option '--speed'"],
    ['a broken file', () => [file('broken.dzn')], 'broken.dzn: "many" is not a number, list or set.'],
  ])('says in one sentence what is wrong: %s', async (_, words, sentence) => {
    const reading = readRequest(words(file('event.dzn')));
    await expect(reading).rejects.toThrow(Problem);
    await expect(reading).rejects.toThrow(sentence);
  });

  it.each([[], ['--annealing-only', '--moves', '20000']])(
    'answers with a plan that counts from 1 %s',
    async (...more) => {
      const request = await readRequest([file('event.dzn'), ...more]);
      const signal = new AbortController().signal;
      const line = await runB2b(request, signal, () => {}, performance.now());
      expect(Object.keys(line).sort()).toEqual([
        'bound',
        'breaks',
        'infeasible',
        'proved',
        'seconds',
        'slots',
      ]);
      const report = checkB2b(
        request.problem,
        line.slots.map((slot) => slot - 1),
        2,
      );
      expect(report).toMatchObject({ faults: [], breaks: line.breaks });
      expect(line.infeasible).toBe(false);
    },
  );
});
