import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Messages } from '../../lib/platform/catalogue';

/** The words of the interface in a language, so that a journey reads the same in both. */
export function wordsOf(language: 'ko' | 'en'): Messages {
  const read = (namespace: string) =>
    JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../../messages', language, `${namespace}.json`), 'utf8'),
    );
  // Playwright loads no JSON modules; each namespace is read when it is asked for.
  return new Proxy({} as Messages, { get: (_, namespace) => read(String(namespace)) });
}
