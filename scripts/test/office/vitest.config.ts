import path from 'node:path';
import { defineConfig } from 'vitest/config';
import base from '../../../vitest.config';

const root = path.resolve(import.meta.dirname, '../../..');
type Project = { test: object };
const [utc] = (base.test?.projects ?? []) as Project[];

/** What another program has to be there for: `npm run check:office`, and no part of `npm test`. */
export default defineConfig({
  ...base,
  root,
  test: {
    ...base.test,
    projects: [
      { ...utc, root, test: { ...utc?.test, name: 'office', include: ['scripts/test/office/*.office.ts'] } },
    ],
  },
});
