import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { main, Problem } from '@/scripts/problem';
import { ROOT } from '@/scripts/serve/settings';
import { MIGRATIONS } from './migration-files';
import { withSchemaEngine } from './schema-engine';
import { startThrowaway } from './throwaway';

const SCHEMA = 'prisma/schema.prisma';

/**
 * For developers: `node_modules/.bin/node --import tsx scripts/database/create-migration.ts add-venue-map` writes the
 * SQL from the schema as it was committed with the last migration to the schema as it is now, to be completed by hand.
 */
await main(async () => {
  const name = process.argv[2]?.replaceAll('-', '_') ?? '';
  if (!/^[a-z0-9_]+$/.test(name))
    throw new Problem('Name the migration in small letters, such as add-venue-map.');
  const script = await difference(schemaOfLastMigration(), readFileSync(path.join(ROOT, SCHEMA), 'utf8'));
  if (!/^[^-\s]/m.test(script))
    return console.log('Nothing in schema.prisma has changed since the last migration.');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'migration.sql'), script);
  console.log(`Wrote ${path.relative(ROOT, folder)}/migration.sql`);
});

function schemaOfLastMigration(): string {
  const commit = git('log', '-1', '--format=%H', '--', 'prisma/migrations').trim();
  return git('show', `${commit}:${SCHEMA}`);
}

/** The engine compares the two texts; it wants a connection all the same. */
async function difference(before: string, after: string): Promise<string> {
  const throwaway = await startThrowaway();
  try {
    const { ownerUrl } = await throwaway.create('empty');
    const { stdout } = await withSchemaEngine(ownerUrl, (engine) =>
      engine.diff({
        from: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: before }] },
        to: { tag: 'schemaDatamodel', files: [{ path: SCHEMA, content: after }] },
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return stdout ?? '';
  } finally {
    await throwaway.stop();
  }
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' });
}
