import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { check } from 'recheck';
import { describe, expect, it } from 'vitest';

/* A pattern that backtracks lets one long text stop the server for everybody. */

const ROOT = path.resolve(import.meta.dirname, '../..');

function sourcesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const each = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourcesBelow(each);
    return /(?<!\.test)\.tsx?$/.test(entry.name) ? [each] : [];
  });
}

/** Each pattern once, with the files that it stands in. */
function patterns(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of [...['app', 'components', 'lib'].flatMap(sourcesBelow), 'proxy.ts']) {
    const { program } = parseSync(file, readFileSync(path.join(ROOT, file), 'utf8'));
    new Visitor({
      Literal(node) {
        if (!('regex' in node)) return;
        const key = JSON.stringify([node.regex.pattern, node.regex.flags]);
        found.set(key, [...(found.get(key) ?? []), file]);
      },
    }).visit(program);
  }
  return found;
}

/** Steps are counted, no time is measured: a busy machine finds the same. */
const BY_STEPS = { timeout: null, incubationTimeout: null, attackTimeout: null };

const complexityOf = async (pattern: string, flags: string) => {
  const found = await check(pattern, flags, BY_STEPS);
  if (found.status === 'safe') return 'linear';
  return found.status === 'vulnerable' ? found.complexity.summary : found.status;
};

describe('the patterns', () => {
  it('7.7 that the product uses are all linear', async () => {
    const slow: string[] = [];
    const found = patterns();
    expect(found.size).toBeGreaterThan(100);
    for (const [key, files] of found) {
      const [pattern, flags] = JSON.parse(key) as [string, string];
      const complexity = await complexityOf(pattern, flags);
      if (complexity !== 'linear') slow.push(`/${pattern}/${flags} in ${files.join(', ')}: ${complexity}`);
    }
    expect(slow).toEqual([]);
  }, 300_000);

  it('7.7 are measured by something that sees a pattern which is not', async () => {
    expect(await complexityOf('^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$', '')).toMatch(/polynomial/);
    expect(await complexityOf('^(a+)+$', '')).toMatch(/exponential/);
  });
});
