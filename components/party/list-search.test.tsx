// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NuqsTestingAdapter, type UrlUpdateEvent } from 'nuqs/adapters/testing';
import { describe, expect, it, vi } from 'vitest';
import { renderWithMessages } from '@/scripts/test/render';
import { ListSearch } from './list-search';

function open(search: string) {
  const told = vi.fn<(event: UrlUpdateEvent) => void>();
  renderWithMessages(
    <NuqsTestingAdapter searchParams={search} onUrlUpdate={told} hasMemory>
      <ListSearch label="Search" params={{ sector: 'ai' }} />
    </NuqsTestingAdapter>,
  );
  return { told, box: screen.getByRole('searchbox') as HTMLInputElement };
}

describe('the search of a list', () => {
  it('asks for what was typed, from the first page, and keeps what else the address says', async () => {
    const { told, box } = open('?sector=ai&cursor=abc');
    await userEvent.type(box, '한빛 에너지');
    await waitFor(() =>
      expect(Object.fromEntries(told.mock.lastCall?.[0].searchParams ?? [])).toEqual({
        sector: 'ai',
        q: '한빛 에너지',
      }),
    );
    expect(told.mock.lastCall?.[0].options).toMatchObject({ history: 'replace', shallow: false });
  });

  it('shows what the address asks for, and no search where it is cleared', async () => {
    const { told, box } = open('?q=harbor&sector=ai');
    expect(box.value).toBe('harbor');
    await userEvent.clear(box);
    await waitFor(() => expect(told.mock.lastCall?.[0].queryString).toBe('?sector=ai'));
    expect(box.value).toBe('');
  });
});
