/** One linear row of a model: `terms` as `3 x1` or `x1`, compared with a number. */
export type LpRow = { name: string; terms: readonly string[]; relation: '<=' | '>=' | '='; right: number };

export type LpModel = {
  objective: readonly string[];
  rows: readonly LpRow[];
  /** Columns that are 0 or 1. The rest are continuous and at least 0. */
  binaries: readonly string[];
  /** Upper bounds of continuous columns. */
  atMost?: readonly [column: string, most: number][];
};

/** CPLEX LP text that maximises. Readers of the format stumble over rows without terms, so these are left out or refused. */
export function lpText({ objective, rows, binaries, atMost = [] }: LpModel): string {
  const parts = ['Maximize', ` value:${sum(objective.length > 0 ? objective : ['0 nothing'])}`, 'Subject To'];
  for (const { name, terms, relation, right } of rows) {
    if (terms.length === 0 && holdsAtZero(relation, right)) continue;
    parts.push(` ${name}:${sum(terms.length > 0 ? terms : ['nothing'])} ${relation} ${right}`);
  }
  // The format wants at least one row.
  parts.push(' nothing: nothing <= 0');
  if (atMost.length > 0) parts.push('Bounds', ...atMost.map(([column, most]) => ` ${column} <= ${most}`));
  if (binaries.length > 0) parts.push('Binary', ...lines(binaries));
  return `${parts.join('\n')}\nEnd\n`;
}

function holdsAtZero(relation: LpRow['relation'], right: number): boolean {
  return relation === '<=' ? right >= 0 : relation === '>=' ? right <= 0 : right === 0;
}

const TERMS_A_LINE = 12;

// HiGHS reads lines of at most 560 characters.
function sum(terms: readonly string[]): string {
  return lines(terms.map((term, at) => (at === 0 ? term : term.startsWith('-') ? term : `+ ${term}`))).join(
    '\n',
  );
}

function lines(words: readonly string[]): string[] {
  const all: string[] = [];
  for (let from = 0; from < words.length; from += TERMS_A_LINE) {
    all.push(` ${words.slice(from, from + TERMS_A_LINE).join(' ')}`);
  }
  return all;
}
