// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderWithMessages } from '@/scripts/test/render';
import { TextArea } from './text-area';

it('keeps as many lines free as it is asked for, although it grows with what is typed', () => {
  renderWithMessages(<TextArea label="Profile" rows={5} />);
  expect(screen.getByRole('textbox', { name: 'Profile' }).style.minBlockSize).toMatch(/\b5lh\b/);
});
