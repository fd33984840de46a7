import pg from 'pg';
import type { Statement } from '@/scripts/bench/record';

/**
 * Rows that all steps of the statements' plans had in their hands, as PostgreSQL counts them while it runs them again: grows
 * with the program where it is sound, with its square where something is looked up anew for each row. No time is measured.
 */
export async function workOf(appUrl: string, statements: readonly Statement[]): Promise<number> {
  const app = new pg.Client({ connectionString: appUrl });
  await app.connect();
  await app.query('begin');
  let rows = 0;
  for (const { text, values } of statements) {
    if (/^(begin|commit|rollback)/i.test(text)) continue;
    if (/set_config/.test(text)) {
      await app.query(text, values);
      continue;
    }
    const { rows: plans } = await app.query(`explain (analyze, format json) ${text}`, values);
    rows += workIn(plans[0]['QUERY PLAN'][0].Plan);
  }
  await app.query('rollback');
  await app.end();
  return rows;
}

type Plan = { Plans?: Plan[]; 'Actual Loops': number; [measure: string]: unknown };

function workIn(plan: Plan): number {
  const own = ['Actual Rows', 'Rows Removed by Filter', 'Rows Removed by Join Filter']
    .map((measure) => Number(plan[measure] ?? 0))
    .reduce((sum, each) => sum + each, 0);
  return own * plan['Actual Loops'] + (plan.Plans ?? []).reduce((sum, each) => sum + workIn(each), 0);
}
