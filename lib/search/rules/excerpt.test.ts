import { expect, it } from 'vitest';
import { excerptOf } from './excerpt';

const long = `${'가나다 '.repeat(40)}텀시트 초안${' 라마바'.repeat(40)}`;

it('shows a short text whole, on one line', () => {
  expect(excerptOf(' 첫 줄\n둘째  줄 ', ['줄'])).toBe('첫 줄 둘째 줄');
});

it('shows the words looked for in a long one, and that there is more', () => {
  const shown = excerptOf(long, ['초안', '텀시트'.normalize('NFD')]);
  expect(shown).toContain('텀시트 초안');
  expect(shown).toMatch(/^… .* …$/);
  expect(shown.length).toBeLessThan(100);
  expect(excerptOf(long, ['없음'])).toMatch(/^가나다 .* …$/);
});
