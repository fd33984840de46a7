import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SCRATCH } from './places';
import type { Verdict } from './trial';

const FILE = path.join(SCRATCH, 'verdicts.json');

/** Verdicts of all runs by the mutant's key, so that a run that was stopped goes on where it was. */
export class Verdicts {
  private readonly kept: Record<string, Verdict> = existsSync(FILE)
    ? JSON.parse(readFileSync(FILE, 'utf8'))
    : {};

  /** What is settled as long as the source stays the same. A survivor is tried again, by tests that came since. */
  settled(key: string): Verdict | undefined {
    const verdict = this.kept[key];
    return verdict?.status === 'killed' || verdict?.status === 'refused' ? verdict : undefined;
  }

  keep(key: string, verdict: Verdict): void {
    this.kept[key] = verdict;
    writeFileSync(FILE, JSON.stringify(this.kept, null, 1));
  }
}
