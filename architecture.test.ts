import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/* The rules of the house. Each failure says what is wrong and why the rule is there. There is no allowlist. */

const ROOT = import.meta.dirname;
const FOLDERS = ['app', 'components', 'lib', 'prisma', 'e2e', 'scripts'] as const;
const SKIPPED = new Set(['node_modules', '.next', 'client', 'kit', 'fonts']);

type Source = { file: string; text: string; lines: number; imports: string[]; isTest: boolean };

function walk(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const each = path.join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(each);
    return /\.tsx?$/.test(entry.name) ? [each] : [];
  });
}

function read(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const found = text.matchAll(/(?:from|import\()\s*'([^']+)'|^import '([^']+)'/gm);
  const imports = [...found].map((match) => resolve(file, match[1] ?? match[2] ?? ''));
  const isTest =
    /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('e2e/') || file.startsWith('scripts/test');
  return { file, text, lines: text.trimEnd().split('\n').length, imports, isTest };
}

/** A project path such as `lib/pair/rules/stages`, or the package's name. */
function resolve(file: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? path.join(path.dirname(file), specifier) : specifier;
}

const SOURCES = FOLDERS.flatMap(walk).map(read);
const CODE = SOURCES.filter((source) => !source.isTest);
const PRODUCT = CODE.filter(({ file }) => /^(app|components|lib)\//.test(file));

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function offenders(list: readonly Source[], wrong: (source: Source) => boolean): string[] {
  return list.filter(wrong).map(({ file }) => file);
}

/** Groups of files that reach each other by their imports (Tarjan's strongly connected components). */
function circles(): string[][] {
  const sources = new Map(SOURCES.map((source) => [source.file.replace(/\.tsx?$/, ''), source]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string) => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    stack.push(file);
    for (const to of sources.get(file)?.imports ?? []) {
      if (!sources.has(to)) continue;
      if (!order.has(to)) visit(to);
      if (stack.includes(to))
        lowest.set(file, Math.min(lowest.get(file) as number, lowest.get(to) as number));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group);
  };
  for (const file of sources.keys()) if (!order.has(file)) visit(file);
  return found;
}

const NOUNS = [
  'program',
  'view',
  'party',
  'file',
  'pair',
  'solver',
  'meeting',
  'timetable',
  'match',
  'amount',
  'outcome',
  'funnel',
  'wave',
  'report',
  'quality',
  'person',
  'invitation',
  'token',
  'audit',
  'record',
  'transfer',
  'import',
  'search',
  'webhook',
] as const;
/* Of components: a folder uses only those before it. */
const SCREENS = [
  'ui',
  'form',
  'shell',
  'file',
  'view',
  'amount',
  'meeting',
  'outcome',
  'pair',
  'party',
  'funnel',
  'wave',
  'report',
  'quality',
  'timetable',
  'match',
  'token',
  'webhook',
  'person',
  'invitation',
  'program',
  'audit',
  'import',
  'search',
  'home',
] as const;
const FILE_NAMES = ['schema', 'operations', 'rules', 'policy', 'queries', 'commands'];

const nounOf = (place: string) => /^lib\/([a-z]+)\//.exec(place)?.[1] ?? '';
const kindOf = (place: string) => /^lib\/[a-z]+\/([a-z]+)/.exec(place)?.[1] ?? '';

describe('imports flow one way', () => {
  it('a folder uses only what stands below it, so that a rule can be read without its screens', () => {
    const below: Record<string, string[]> = {
      app: ['app', 'components', 'lib', 'messages'],
      components: ['components', 'lib', 'messages'],
      lib: ['lib', 'prisma', 'messages'],
    };
    const wrong = PRODUCT.flatMap(({ file, imports }) =>
      imports
        .filter((to) => /^(app|components|lib|prisma|e2e|scripts)\//.test(to))
        .filter((to) => !below[file.split('/')[0] as string]?.includes(to.split('/')[0] as string))
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lib sees of prisma only the generated client', () => {
    const wrong = PRODUCT.flatMap(({ file, imports }) =>
      imports
        .filter((to) => to.startsWith('prisma/') && !to.startsWith('prisma/client'))
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('a noun uses only the nouns before it, so that there is no circle', () => {
    const order = (noun: string) => NOUNS.indexOf(noun as (typeof NOUNS)[number]);
    const wrong = CODE.filter(({ file }) => order(nounOf(file)) >= 0).flatMap(({ file, imports }) =>
      imports.filter((to) => order(nounOf(to)) > order(nounOf(file))).map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('so do the folders of components', () => {
    const folderOf = (place: string) => /^components\/([a-z]+)\//.exec(place)?.[1] ?? '';
    const order = (place: string) => SCREENS.indexOf(folderOf(place) as (typeof SCREENS)[number]);
    const screens = CODE.filter(({ file }) => file.startsWith('components/'));
    expect(offenders(screens, ({ file }) => order(file) < 0)).toEqual([]);
    const wrong = screens.flatMap(({ file, imports }) =>
      imports.filter((to) => order(to) > order(file)).map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('no file leads back to itself, not even by a type: props have their home below both', () => {
    expect(circles()).toEqual([]);
  });

  it('core knows nothing of the outside world', () => {
    const wrong = CODE.filter(({ file }) => file.startsWith('lib/core/')).flatMap(({ file, imports }) =>
      imports.filter((to) => /^(lib\/(?!core)|prisma|next|node:)/.test(to)).map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('platform knows no noun', () => {
    const wrong = CODE.filter(({ file }) => file.startsWith('lib/platform/')).flatMap(({ file, imports }) =>
      imports
        .filter((to) => (NOUNS as readonly string[]).includes(nounOf(to)))
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('components never touch the database: of a noun they see its schema, rules, policy and operations, and types', () => {
    const wrong = CODE.filter(({ file }) => file.startsWith('components/')).flatMap(({ file, text }) =>
      [
        ...text.matchAll(
          /^import (?!type)[^;]*?from '(@\/lib\/[a-z]+\/(?:queries|commands)[^']*|@\/prisma[^']*|@\/lib\/platform\/database)'/gms,
        ),
      ].map((match) => `${file} -> ${match[1]}`),
    );
    expect(wrong).toEqual([]);
  });

  it('the kit in components/ui knows no noun: it could ship in another product', () => {
    const wrong = CODE.filter(({ file }) => file.startsWith('components/ui/')).flatMap(({ file, imports }) =>
      imports.filter((to) => /^(lib\/(?!core)|components\/(?!ui))/.test(to)).map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  it('rules and policies stay pure', () => {
    const pure = CODE.filter(({ file }) => ['rules', 'policy', 'schema'].includes(kindOf(file)));
    const wrong = pure.flatMap(({ file, imports }) =>
      imports
        .filter((to) => /^(lib\/platform|prisma|next|node:|react)/.test(to))
        .map((to) => `${file} -> ${to}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('names', () => {
  it('the first word inside lib is a noun of the customer, core or platform', () => {
    const words = new Set(
      CODE.filter(({ file }) => file.startsWith('lib/')).map(({ file }) => file.split('/')[1] as string),
    );
    expect([...words].filter((word) => ![...NOUNS, 'core', 'platform'].includes(word))).toEqual([]);
  });

  it('a noun keeps to six file names, so that where a thing stands is never a question', () => {
    const inNoun = SOURCES.filter(({ file }) => (NOUNS as readonly string[]).includes(nounOf(file)));
    expect(inNoun.map(({ file }) => file).filter((file) => !FILE_NAMES.includes(kindOf(file)))).toEqual([]);
  });

  it('an exported name stands for one thing: in components and lib no two files declare the same', () => {
    const homes = new Map<string, Set<string>>();
    for (const { file, text } of PRODUCT.filter(({ file }) => !file.startsWith('app/')))
      for (const [, name = ''] of text.matchAll(
        /^export (?:default )?(?:async )?(?:type|function|const|class|interface) (\w+)/gm,
      ))
        homes.set(name, (homes.get(name) ?? new Set()).add(file));
    expect([...homes].filter(([, files]) => files.size > 1)).toEqual([]);
  });

  it('no drawer is called utils, helpers, common, misc, hooks or services', () => {
    expect(
      offenders(SOURCES, ({ file }) =>
        /(^|\/)(utils?|helpers?|misc|common|hooks|services|index)(\/|\.tsx?$)/.test(file),
      ),
    ).toEqual([]);
  });

  it('files are named in kebab-case', () => {
    const odd = SOURCES.filter(({ file }) => !/^[a-z0-9.-]+$/.test(path.basename(file)));
    expect(odd.map(({ file }) => file)).toEqual([]);
  });

  it('the signed-in person is the viewer: nothing in code is called session', () => {
    const named = /\bsessions?\b|[a-z]Session|\bsession[A-Z]/;
    const withoutMainSession = (text: string) =>
      text.replace(/main[_ -]?sessions?/gi, '').replace(/sessionStorage/g, '');
    // What speaks to next-auth and to providers in their own words.
    const ours = PRODUCT.filter(
      ({ file }) => !/^app\/api\/auth\/(options|\[\.\.\.nextauth\]\/route)\.ts$/.test(file),
    );
    expect(offenders(ours, ({ text }) => named.test(withoutMainSession(text)))).toEqual([]);
  });
});

describe('one place for each thing', () => {
  it('process.env is read in lib/platform/env.ts alone, so that a bad value is told at the start', () => {
    expect(
      offenders(PRODUCT, ({ file, text }) => text.includes('process.env') && file !== 'lib/platform/env.ts'),
    ).toEqual([]);
  });

  it('raw SQL has tagged parameters only', () => {
    expect(offenders(CODE, ({ text }) => /RawUnsafe|Prisma\.raw\(/.test(text))).toEqual([]);
  });

  it('dates and money are formatted in lib/core alone, so that one figure never reads two ways', () => {
    const formats = /toLocale(Date|Time)?String|Intl\.(DateTimeFormat|NumberFormat|RelativeTimeFormat)/;
    expect(
      offenders(PRODUCT, ({ file, text }) => !file.startsWith('lib/core/') && formats.test(text)),
    ).toEqual([]);
  });

  it('rules know no clock: now and the zone are arguments', () => {
    const rules = CODE.filter(({ file }) => kindOf(file) === 'rules');
    expect(offenders(rules, ({ text }) => /new Date\(\)|Date\.now\(/.test(text))).toEqual([]);
  });

  it('pair.stage and its fellow caches are written by refreshPair alone', () => {
    const writes =
      /update pair\b[^`]*?\b(stage|stage_since|status|reason_code|live_\w+|interest)\s*=|\.pair\.update\w*\([^)]*\b(stage|status|liveRung|interest)\s*:/s;
    expect(writes.test('update pair p set next_step = 1, stage = 2')).toBe(true);
    const wrong = offenders(
      PRODUCT,
      ({ file, text }) => writes.test(text) && file !== 'lib/pair/commands/refresh.ts',
    );
    expect(wrong).toEqual([]);
  });

  /** A statement that changes a row; what is kept of a funnel to read it faster, and its sweeping, is nobody's row. */
  const CHANGES =
    /\.(?:create|update|upsert|delete)(?:Many)?\w*\(\{|\binsert into (?!funnel_rollup)|\bdelete from\b|\bupdate \w+ (?:\w+ )?set\b/;

  it('whoever opens a transaction of their own outside the queries leaves an audit entry in it, as every command does', () => {
    const opens = PRODUCT.filter(({ file }) => !/^lib\/platform\/|\/queries(?:\/|\.ts)/.test(file)).flatMap(
      ({ file, text }) =>
        withoutComments(text)
          .split(/^(?=(?:export )?(?:async )?(?:function|const) )/m)
          .filter((part) => /\b(?:changeA|a)sViewer\(/.test(part))
          .map((part) => ({ file, part })),
    );
    expect(opens.length).toBeGreaterThan(0);
    // How far a run has come is no change of anybody's.
    const isProgress = (part: string) => part.includes('update timetable_run set progress');
    const wrong = opens.filter(({ part }) => !part.includes('auditEntry.create') && !isProgress(part));
    expect(wrong.map(({ file, part }) => `${file}: ${part.slice(0, 60)}`)).toEqual([]);
  });

  it('a query changes nothing, and calls no command', () => {
    const queries = PRODUCT.filter(({ file }) => /^lib\/(?!platform\/)[^/]+\/queries(?:\/|\.ts)/.test(file));
    expect(queries.length).toBeGreaterThan(40);
    expect(offenders(queries, ({ text }) => CHANGES.test(withoutComments(text)))).toEqual([]);
    expect(offenders(queries, ({ text }) => /from '[^']*\/commands(?:\/[^']*)?'/.test(text))).toEqual([]);
  });

  it('no file passes on what another one declares', () => {
    const passing = /^export (?:type )?(?:\{[^}]*\}|\*(?: as \w+)?) from '/m;
    expect(offenders(PRODUCT, ({ text }) => passing.test(text))).toEqual([]);
  });

  it('every command and query is an operation of the API, or a task that no request may ask for', () => {
    const lists = SOURCES.filter(({ file }) => file.startsWith('app/api/v1/operations')).map(
      ({ text }) => text,
    );
    const list = lists.join('\n');
    const named = CODE.filter(({ file }) => file.startsWith('lib/')).flatMap(({ text }) =>
      [
        ...text.matchAll(
          /^export const (\w+) = (?:(?:program|viewer|public)(?:Command|Query|Question|File)|listFile)\(/gm,
        ),
      ].map((match) => match[1] as string),
    );
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(list))).toEqual([]);
  });
});

describe('what a form sends', () => {
  it('7.25 goes through components/form/call.ts: it signs in again, keeps the input and lets go', () => {
    const own = CODE.filter(({ file }) => /^(?:components|app)\//.test(file) && !file.startsWith('app/api/'));
    expect(
      offenders(own, ({ text }) => /\bfetch\(|\bXMLHttpRequest\b|\bsendBeacon\(/.test(withoutComments(text))),
    ).toEqual([
      'components/form/call.ts',
      // The fonts of a picture, which are files of the page itself.
      'components/funnel/chart/chart-file.tsx',
      // A sign-in goes to next-auth, before anybody is there who could be signed in again.
      'components/person/auth-form.tsx',
    ]);
    expect(offenders(PRODUCT, ({ text }) => /^\s*'use server'/m.test(text))).toEqual([]);
  });
});

describe('paper', () => {
  it('7.24 a list that draws only what is in sight knows of paper, which holds all of it', () => {
    const drawn = CODE.filter(({ text }) => text.includes('useVirtualizer('));
    expect(drawn.length).toBeGreaterThan(0);
    expect(offenders(drawn, ({ text }) => !text.includes('usePrinting('))).toEqual([]);
  });
});

describe('keys', () => {
  it('7.26 letters and composition are read in components/ui/keyboard.ts alone: Korean layout, Safari', () => {
    const own = CODE.filter(
      ({ file }) => file.startsWith('components/') && file !== 'components/ui/keyboard.ts',
    );
    const reads =
      /\.key(?:\.toLowerCase\(\))? === '[A-Za-zㄱ-ㅣ]'|nativeEvent\.isComposing|event\.isComposing|code === 'Key/;
    expect(offenders(own, ({ text }) => reads.test(text))).toEqual([]);
  });
});

describe('what loads late', () => {
  it('7.30 every part that loads late keeps its own place, so that nothing on the screen goes away meanwhile', () => {
    const suspends = /\blazy\(|dynamic\((?![^;]*?loading:)/;
    const own = CODE.filter(({ file }) => /^(app|components)\//.test(file));
    expect(offenders(own, ({ text }) => suspends.test(text))).toEqual([]);
  });
});

describe('size', () => {
  const measured = CODE.filter(({ file }) => !/^prisma\/(sample|seed|schema)/.test(file));

  it('no file is longer than 300 lines: beyond that it is two things', () => {
    expect(measured.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).toEqual(
      [],
    );
  });

  it('the median file has at most 75 lines (decision 13)', () => {
    const sorted = measured.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(75);
  });
});

describe('tests', () => {
  it('none is skipped or stands alone', () => {
    const tests = SOURCES.filter(({ file }) => /\.(test|spec)\.tsx?$/.test(file));
    expect(
      offenders(tests, ({ text }) => /\b(test|it|describe)\.(skip|only|todo|fixme)\b/.test(text)),
    ).toEqual([]);
  });

  it('every test file asserts', () => {
    const tests = SOURCES.filter(({ file }) => /\.(test|spec)\.tsx?$/.test(file));
    expect(offenders(tests, ({ text }) => !/\bexpect\w*\(|assert|visitAll\(/.test(text))).toEqual([]);
  });
});
