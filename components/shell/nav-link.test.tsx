// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { renderWithMessages, route } from '@/scripts/test/render';
import { NavLink } from './nav-link';

const item = { href: '/programs/one/funnel', label: 'Funnel', icon: 'funnel' };
const hrefOf = () => screen.getByRole('link', { name: 'Funnel' }).getAttribute('href');

beforeEach(() => {
  route.query = new URLSearchParams('view=table&asOf=2023-05-03&knownOn=2023-05-04&stage=follow_up');
});

test('9.F1 a place of the program is opened as of the day that is read, and with nothing else of the address', () => {
  renderWithMessages(<NavLink item={{ ...item, keepsClocks: true }} icon={null} />);
  expect(hrefOf()).toBe('/programs/one/funnel?asOf=2023-05-03&knownOn=2023-05-04');
});

test('9.F1 a place of the installation has no date', () => {
  renderWithMessages(<NavLink item={item} icon={null} />);
  expect(hrefOf()).toBe('/programs/one/funnel');
});
