import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const CSS = readFileSync('app/tokens.css', 'utf8');
const [NORMAL = '', MORE = ''] = CSS.split('@media (prefers-contrast: more)');
type Theme = 'light' | 'dark';

function declarations(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** The colour behind a token, through var() and light-dark(). */
function colour(tokens: Map<string, string>, name: string, theme: Theme): string {
  const value = tokens.get(name);
  if (!value) throw new Error(`${name} is not declared`);
  const [, light = value, dark = value] = value.match(/^light-dark\((.+?), (.+)\)$/) ?? [];
  const chosen = theme === 'light' ? light : dark;
  const reference = chosen.match(/^var\((--[\w-]+)\)$/)?.[1];
  return reference ? colour(tokens, reference, theme) : chosen;
}

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two `#rrggbb` colours, 1 to 21, WCAG 2.2 (1.4.3). */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['--surface', '--surface-2', '--raised'];
const TEXT_PAIRS: [text: string, ground: string][] = [
  ...['--ink', '--ink-2', '--danger', '--done', '--warn', '--action-text'].flatMap((text) =>
    GROUNDS.map((ground): [string, string] => [text, ground]),
  ),
  ['--ink', '--surface-3'],
  ['--action-ink', '--action'],
  ['--action-ink', '--action-2'],
  ['--danger-ink', '--danger-fill'],
  ['--danger-ink', '--danger-fill-2'],
  ['--selected-ink', '--selected'],
  ['--surface', '--ink'],
  ...['action', 'danger', 'done', 'warn', 'info'].map((tone): [string, string] => [
    `--${tone}-soft-ink`,
    `--${tone}-soft`,
  ]),
  ...['0', '1', '2', '3', '4', 'invested', 'closed', 'held'].map((stage): [string, string] => [
    `--stage-${stage}-ink`,
    `--stage-${stage}`,
  ]),
  ['--stage-held-ink', '--stage-held-stripe'],
];
/** Edges of controls, rings and marks that carry meaning. */
const EDGE_PAIRS: [edge: string, ground: string][] = [
  ['--line-3', '--surface'],
  ['--focus', '--surface'],
  ['--focus', '--surface-2'],
  ['--cursor', '--surface'],
  ['--selected', '--surface'],
  ['--action', '--surface'],
];

for (const theme of ['light', 'dark'] as const) {
  for (const [wish, tokens] of [
    ['', declarations(NORMAL)],
    [' with more contrast', new Map([...declarations(NORMAL), ...declarations(MORE)])],
  ] as const) {
    describe(`the ${theme} theme${wish}`, () => {
      test.each(TEXT_PAIRS)('%s is readable on %s (4.5:1)', (text, ground) => {
        expect(contrast(colour(tokens, text, theme), colour(tokens, ground, theme))).toBeGreaterThanOrEqual(
          4.5,
        );
      });
      test.each(EDGE_PAIRS)('%s is seen on %s (3:1)', (edge, ground) => {
        expect(contrast(colour(tokens, edge, theme), colour(tokens, ground, theme))).toBeGreaterThanOrEqual(
          3,
        );
      });
    });
  }
}

test('black on white is the greatest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test('KRDS colours carry the values of the package they come from', () => {
  const source = declarations(
    readFileSync('node_modules/krds-uiux/resources/css/token/krds_tokens.css', 'utf8'),
  );
  const own = [...declarations(NORMAL)].filter(([name]) => name.startsWith('--krds-'));
  expect(own.length).toBeGreaterThan(60);
  for (const [name, value] of own)
    expect(value).toBe(source.get(name.replace('--krds-', '--krds-color-light-')));
});
