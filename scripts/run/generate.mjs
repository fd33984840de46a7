import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { alone, hashOf, readStamp, sentence, writeStamp } from './stamp.mjs';

/** Makes prisma/client when it is missing or older than the schema. */
export async function generateClient(root) {
  const stamp = path.join(root, 'node_modules/.roundtable-generated');
  const wanted = () => hashOf(path.join(root, 'prisma/schema.prisma'), path.join(root, 'package-lock.json'));
  const fresh = () => existsSync(path.join(root, 'prisma/client/client.ts')) && readStamp(stamp) === wanted();
  if (fresh()) return;
  await alone(path.join(root, '.install.lock'), () => {
    if (fresh()) return;
    const result = spawnSync(
      path.join(root, 'node_modules/.bin/node'),
      [path.join(root, 'node_modules/prisma/build/index.js'), 'generate', '--no-hints'],
      // The engine that the client generator never calls is not downloaded: any program stands in for it.
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1' },
      },
    );
    if (result.status !== 0) {
      throw sentence(
        `The database client could not be generated from prisma/schema.prisma:\n${result.stdout ?? ''}${result.stderr ?? ''}`,
      );
    }
    writeStamp(stamp, wanted());
  });
}
