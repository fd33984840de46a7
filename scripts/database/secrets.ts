import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { freePort } from '@/scripts/serve/ports';

const Secrets = z.object({ ownerPassword: z.string(), appPassword: z.string(), port: z.int() });
export type Secrets = z.infer<typeof Secrets>;

/** What the embedded database is opened with: made once, kept in DATA_DIR, readable by its owner only. */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = fileIn(dataDir);
  if (existsSync(file)) return readSecrets(dataDir);
  return saveSecrets(dataDir, { ownerPassword: password(), appPassword: password(), port: await freePort() });
}

export function readSecrets(dataDir: string): Secrets {
  return Secrets.parse(JSON.parse(readFileSync(fileIn(dataDir), 'utf8')));
}

export function saveSecrets(dataDir: string, secrets: Secrets): Secrets {
  const draft = `${fileIn(dataDir)}.new`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, fileIn(dataDir));
  return secrets;
}

function fileIn(dataDir: string): string {
  return path.join(dataDir, 'database.json');
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
