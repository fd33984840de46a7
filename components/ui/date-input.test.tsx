// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '@/lib/core/locale';
import { renderWithMessages } from '@/scripts/test/render';
import { DateInput, TimeInput } from './date-input';

const submitted = vi.fn<(form: Record<string, unknown>) => void>();
const heard = vi.fn<(value: string) => void>();

/** Everything is in sight at once, as in a window that is large enough. */
class AllInSight {
  constructor(private readonly tell: (entries: { isIntersecting: boolean }[]) => void) {}
  observe() {
    this.tell([{ isIntersecting: true }]);
  }
  disconnect() {}
}

beforeEach(() => {
  vi.stubGlobal('IntersectionObserver', AllInSight);
  // A browser tells of a changed selection later; happy-dom does at once, and the part that hears of it changes it again.
  vi.spyOn(Selection.prototype, 'collapse').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  submitted.mockReset();
  heard.mockReset();
});

function Form({ day = '', max }: { day?: string; max?: string }) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submitted(Object.fromEntries(new FormData(event.currentTarget)));
      }}
    >
      <DateInput
        label="Day"
        name="day"
        defaultValue={day}
        onChange={(event) => heard(event.target.value)}
        {...(max ? { max } : {})}
      />
      <button type="submit">Send</button>
    </form>
  );
}

function Clock() {
  const [time, setTime] = useState('14:05');
  return <TimeInput label="At" value={time} onChange={(event) => setTime(event.target.value)} />;
}

/** As a browser types into what is editable: the part that has the focus hears of each digit. */
function typeDigits(digits: string) {
  for (const data of digits) {
    const event = new InputEvent('beforeinput', {
      data,
      inputType: 'insertText',
      bubbles: true,
      cancelable: true,
    });
    fireEvent(document.activeElement ?? document.body, event);
  }
}

async function parts(locale: Locale, form = <Form day="2023-05-03" />) {
  renderWithMessages(form, locale);
  const group = await screen.findByRole('group', { name: 'Day' });
  return within(group).getAllByRole('spinbutton');
}
const written = (list: HTMLElement[]) =>
  list[0]?.parentElement?.textContent?.replace(/[^\d.\-\s]/g, '').trim();

describe('a day in the language of the page', () => {
  it('stands as Korean pages write it, year first, whatever the browser speaks', async () => {
    expect(navigator.language).toMatch(/^en/);
    expect(written(await parts('ko'))).toBe('2023. 5. 3.');
  });

  it('stands in the same order in English, so that no month is taken for a day', async () => {
    expect(written(await parts('en'))).toBe('2023-05-03');
  });

  it('is typed digit by digit, told to the form, and sent under its name by Enter', async () => {
    const [year] = await parts('ko', <Form />);
    year?.focus();
    typeDigits('20240229');
    await waitFor(() => expect(heard).toHaveBeenLastCalledWith('2024-02-29'));
    await userEvent.keyboard('{Enter}');
    expect(submitted).toHaveBeenCalledWith({ day: '2024-02-29' });
  });

  it('is stepped by the arrow keys', async () => {
    const [, , day] = await parts('ko');
    day?.focus();
    await userEvent.keyboard('{ArrowUp}');
    await waitFor(() => expect(heard).toHaveBeenLastCalledWith('2023-05-04'));
  });

  it('is no day any more once a part of it is taken away and the field is left', async () => {
    const [, month] = await parts('ko');
    month?.focus();
    await userEvent.keyboard('{Backspace}');
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    await waitFor(() => expect(submitted).toHaveBeenCalledWith({ day: '' }));
  });

  it('is chosen from a calendar of the page, and not after the last day', async () => {
    await parts('ko', <Form day="2023-05-03" max="2023-05-10" />);
    const calendar = screen.getByRole('application', { hidden: true });
    expect(within(calendar).getByText('2023년 5월')).toBeTruthy();
    const day = (name: RegExp) => within(calendar).getByRole('button', { name, hidden: true });
    expect(day(/5월 11일/).getAttribute('aria-disabled')).toBe('true');
    await userEvent.click(day(/5월 9일/));
    await waitFor(() => expect(heard).toHaveBeenLastCalledWith('2023-05-09'));
  });
});

describe('the field of the browser below', () => {
  it('gives its focus to the first part, so that a label and a refusal lead there', async () => {
    const [year] = await parts('ko');
    screen.getByLabelText('Day', { selector: 'input' }).focus();
    expect(document.activeElement).toBe(year);
  });

  it('stays alone where nothing is in sight, with what it was given', () => {
    vi.stubGlobal(
      'IntersectionObserver',
      class extends AllInSight {
        override observe() {}
      },
    );
    renderWithMessages(<Form day="2023-05-03" />, 'ko');
    expect(screen.getByLabelText<HTMLInputElement>('Day').value).toBe('2023-05-03');
    expect(screen.queryByRole('spinbutton')).toBeNull();
  });
});

describe('a time of day', () => {
  it('has 24 hours and is what the component around it says', async () => {
    renderWithMessages(<Clock />, 'ko');
    const [hour, minute] = within(await screen.findByRole('group', { name: 'At' })).getAllByRole(
      'spinbutton',
    );
    expect([hour?.textContent, minute?.textContent]).toEqual(['14', '05']);
    hour?.focus();
    typeDigits('0930');
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('At', { selector: 'input' }).value).toBe('09:30'),
    );
  });
});
