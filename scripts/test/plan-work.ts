import pg from 'pg';
import type { Statement } from '@/scripts/bench/record';

type Plan = {
  Plans?: Plan[];
  'Function Name'?: string;
  'Actual Loops': number;
  [measure: string]: unknown;
};

/** How PostgreSQL runs these statements; with `analyze` it does, and counts. All of it is taken back. */
async function plansOf(
  appUrl: string,
  statements: readonly Statement[],
  { analyze }: { analyze: boolean },
): Promise<Plan[]> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  await app.query('begin');
  const found: Plan[] = [];
  for (const { text, values } of statements) {
    if (/^(begin|commit|rollback)/i.test(text)) continue;
    if (/set_config/.test(text)) {
      await app.query(text, values);
      continue;
    }
    const { rows: plans } = await app.query(`explain (analyze ${analyze}, format json) ${text}`, values);
    found.push(plans[0]['QUERY PLAN'][0].Plan);
  }
  await app.query('rollback');
  await app.end();
  return found;
}

/**
 * Rows that all steps of the statements' plans had in their hands, as PostgreSQL counts them while it runs them again: grows
 * with the program where it is sound, with its square where something is looked up anew for each row. No time is measured.
 */
export async function workOf(appUrl: string, statements: readonly Statement[]): Promise<number> {
  const plans = await plansOf(appUrl, statements, { analyze: true });
  return plans.reduce((sum, plan) => sum + workIn(plan), 0);
}

function workIn(plan: Plan): number {
  const own = ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Join Filter']
    .map((measure) => Number(plan[measure] ?? 0))
    .reduce((sum, each) => sum + each, 0);
  return own * plan['Actual Loops'] + (plan.Plans ?? []).reduce((sum, each) => sum + workIn(each), 0);
}

/** The functions that PostgreSQL calls for rows, as it cannot write them into the statement and use its indexes. */
export async function calledFunctions(
  appUrl: string,
  statements: readonly Statement[],
): Promise<Set<string>> {
  const plans = await plansOf(appUrl, statements, { analyze: false });
  return new Set(plans.flatMap(functionsIn));
}

function functionsIn(plan: Plan): string[] {
  const own = plan['Function Name'];
  return [...(own ? [own] : []), ...(plan.Plans ?? []).flatMap(functionsIn)];
}
