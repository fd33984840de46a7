import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['app', 'components', 'lib', 'messages', 'prisma', 'public'];
const NOT_BUILT =
  /\.test\.tsx?$|^prisma\/(client|world|seed|migrations)|^(vitest|playwright|prisma)\.config\.ts$/;

/** A hash over everything a build is made from: a fresh checkout has no dates to compare. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles(root: string): string[] {
  const top = readdirSync(root).filter((name) =>
    /\.(ts|mjs)$|^(package-lock|package|tsconfig)\.json$/.test(name),
  );
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
  );
  return [...top, ...below].filter((file) => file !== 'next-env.d.ts' && !NOT_BUILT.test(file)).sort();
}
