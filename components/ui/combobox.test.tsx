// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { CATALOGUE } from '@/lib/platform/catalogue';
import { renderWithMessages } from '@/scripts/test/render';
import { Combobox } from './combobox';

const FIRMS = [
  { value: 'a', label: 'Alpha Capital' },
  { value: 'b', label: 'Beta Ventures', detail: 'Seoul' },
  { value: 'c', label: 'Gamma', keywords: '감마' },
];
const chosen = vi.fn<(value: string) => void>();

function show(more: { defaultValue?: string; required?: boolean } = {}) {
  chosen.mockReset();
  renderWithMessages(
    <form aria-label="Form">
      <Combobox label="Firm" name="firm" options={FIRMS} onChange={chosen} {...more} />
      <button type="submit">Send</button>
    </form>,
  );
  return screen.getByRole<HTMLInputElement>('combobox', { name: 'Firm' });
}
const sent = () => new FormData(screen.getByRole<HTMLFormElement>('form')).get('firm');
const offered = () =>
  screen.queryAllByRole('option', { hidden: true }).map((option) => option.firstElementChild?.textContent);
const active = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent;

describe('a list that is searched by typing', () => {
  it('offers what matches in label, detail or keywords, and says how many there are', async () => {
    const field = show();
    await userEvent.type(field, 'seo');
    expect(offered()).toEqual(['Beta Ventures']);
    await userEvent.clear(field);
    await userEvent.type(field, '감');
    expect(offered()).toEqual(['Gamma']);
    expect(screen.getByRole('status').textContent).toBe('1 found');
    await userEvent.type(field, 'zzz');
    expect(screen.getByRole('status').textContent).toBe(CATALOGUE.en.ui.noMatch);
  });

  it('is moved through by arrows and chosen from by Enter, without leaving its ends', async () => {
    const field = show();
    await userEvent.click(field);
    await userEvent.keyboard('{ArrowUp}');
    expect(active(field)).toBe('Alpha Capital');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(active(field)).toBe('Gamma');
    await userEvent.keyboard('{Enter}');
    expect(field.value).toBe('Gamma');
    expect(field.getAttribute('aria-expanded')).toBe('false');
    expect(sent()).toBe('c');
    expect(chosen.mock.calls).toEqual([['c']]);
  });

  it('opens at what is chosen already, and Escape leaves that as it was', async () => {
    const field = show({ defaultValue: 'b' });
    await userEvent.click(field);
    expect(active(field)).toContain('Beta Ventures');
    await userEvent.keyboard('alp{Escape}');
    expect(field.value).toBe('Beta Ventures');
    expect(sent()).toBe('b');
    expect(chosen).not.toHaveBeenCalled();
  });

  it('takes no Enter that ends a Korean syllable', async () => {
    const field = show();
    await userEvent.type(field, '감');
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(chosen).not.toHaveBeenCalled();
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(chosen).toHaveBeenCalledWith('c');
  });

  it('chooses nothing when it is emptied and left, unless something must be chosen', async () => {
    const field = show({ defaultValue: 'a' });
    await userEvent.clear(field);
    await userEvent.tab();
    expect(sent()).toBe('');
    expect(chosen).toHaveBeenCalledWith('');
  });

  it('goes back to what was chosen when it must have something and is emptied', async () => {
    const field = show({ defaultValue: 'a', required: true });
    await userEvent.clear(field);
    await userEvent.tab();
    expect(field.value).toBe('Alpha Capital');
    expect(sent()).toBe('a');
    expect(chosen).not.toHaveBeenCalled();
  });
});
