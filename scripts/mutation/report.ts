import type { Mutant } from './mutants';
import type { Verdict } from './trial';

export type Tried = { mutant: Mutant; verdict: Verdict };

/** Killed of all that compile; NaN without one. */
export function scoreOf(tried: readonly Tried[]): { killed: number; all: number; percent: number } {
  const counted = tried.filter(({ verdict }) => verdict.status !== 'refused');
  const killed = counted.filter(({ verdict }) => verdict.status === 'killed').length;
  return { killed, all: counted.length, percent: (100 * killed) / counted.length };
}

/** Each survivor, then the score by folder, then over all. */
export function reportLines(tried: readonly Tried[]): string[] {
  const survivors = tried.filter(({ verdict }) => isSurvivor(verdict));
  const folders = Object.entries(Object.groupBy(tried, ({ mutant }) => mutant.folder));
  return [
    ...survivors.flatMap(survivorLines),
    ...folders.map(([folder, own]) => `lib/${folder}: ${told(own ?? [])}`),
    `score: ${told(tried)}`,
  ];
}

export function isSurvivor({ status }: Verdict): boolean {
  return status === 'survived' || status === 'unreached';
}

function survivorLines({ mutant, verdict }: Tried): string[] {
  const { file, line, column, mutator, original, replacement } = mutant;
  const untried = verdict.untried > 0 ? `, ${verdict.untried} test files untried` : '';
  return [
    `${file}:${line}:${column} ${mutator}, ${verdict.status}${untried}`,
    `  - ${short(original)}`,
    `  + ${short(replacement)}`,
  ];
}

function short(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}

function told(tried: readonly Tried[]): string {
  const { killed, all, percent } = scoreOf(tried);
  const share = all > 0 ? ` (${percent.toFixed(1)} %)` : '';
  const refused = tried.length - all;
  return `${killed} of ${all} killed${share}${refused > 0 ? `; ${refused} do not compile` : ''}`;
}
