import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAMILIES, makeInstance } from '../bench/timetable/families';
import { isBadInput } from './read';
import { repairTimetable } from './repair';
import { solveTimetable } from './solve';
import { verifyTimetable } from './verify';

const folder = mkdtempSync(path.join(tmpdir(), 'timetable-'));
const at = (name: string) => path.join(folder, name);
const written = (name: string, text: string | Uint8Array) => {
  writeFileSync(at(name), text);
  return at(name);
};
const said: string[] = [];
const printed: string[] = [];

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(String(line)));
  vi.spyOn(console, 'log').mockImplementation((line) => printed.push(String(line)));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const instance = makeInstance(FAMILIES.s15k8, 11);
const file = written('event.json.gz', gzipSync(JSON.stringify(instance)));

async function complaint(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
    return 'none';
  } catch (error) {
    return isBadInput(error) ? error.message : `not told: ${error}`;
  }
}

describe('the command', () => {
  it('prints an answer that it verifies itself, and refuses one that was tampered with', async () => {
    expect(await solveTimetable([file, '--seconds', '5', '--seed', '2'])).toBe(0);
    const line = printed.at(-1) ?? '';
    const answer = JSON.parse(line);
    expect(answer).toMatchObject({ proved: true, placed: answer.meetings.length, weight: answer.bound });
    expect(said.join('\n')).toContain('draft');
    expect(await verifyTimetable([file, written('answer.txt', `a line before\n${line}\n`)])).toBe(0);
    const tampered = { ...answer, meetings: answer.meetings.slice(1), tables: answer.tables.slice(1) };
    expect(await verifyTimetable([file, written('tampered.json', JSON.stringify(tampered))])).toBe(1);
    expect(said.join('\n')).toContain('It says placed');
    const change = written('change.json', JSON.stringify({ slotsLost: [4] }));
    expect(await repairTimetable([file, at('answer.txt'), change])).toBe(0);
    expect(JSON.parse(printed.at(-1) ?? '').options[0].changes).toBe(0);
  });

  it('tells in one sentence what is wrong with its input', async () => {
    const solve = (...args: string[]) => complaint(() => solveTimetable(args));
    expect(await solve()).toContain('One file is required');
    expect(await solve(at('nowhere.json'))).toContain('There is no file');
    expect(await solve(written('no.json', '{'))).toContain('is no JSON');
    expect(await solve(written('odd.json', '{"slots": "x"}'))).toContain('does not fit at slots');
    expect(await solve(file, '--seconds', 'soon')).toContain('--seconds takes');
    expect(await solve(file, '--speed', '1')).toContain('--speed');
    const short = { ...instance, tablesPerSlot: [1] };
    expect(await solve(written('short.json', JSON.stringify(short)))).toContain(
      'tablesPerSlot has 1 entries',
    );
  });
});
