// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderWithMessages } from '@/scripts/test/render';
import { LockedPrograms } from './locked-programs';

const programs = [
  { slug: 'a', name: '보스턴', nameEn: 'Boston' },
  { slug: 'b', name: '베를린', nameEn: 'Berlin' },
];

it.each([
  ['ko', /보스턴.*베를린/],
  ['en', /Boston.*Berlin/],
] as const)('names what is closed in one proof, and leads to the second: %s', (locale, names) => {
  renderWithMessages(<LockedPrograms programs={programs} />, locale);
  expect(screen.getByText(names)).toBeTruthy();
  expect(screen.getByRole('link').getAttribute('href')).toBe('/account/second-factor?next=/programs');
});
