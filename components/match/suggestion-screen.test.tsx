// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { FACTORS } from '@/lib/match/rules/factors';
import { USUAL_WEIGHTS } from '@/lib/match/rules/score';
import type { Suggestion, SuggestionPage } from '@/lib/match/schema';
import { answerRequests, renderWithMessages } from '@/scripts/test/render';
import { SuggestionScreen } from './suggestion-screen';
import { readSuggestionView } from './suggestion-view';

const sent = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
answerRequests(sent);

const idOf = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const suggestion = (n: number, own: Suggestion['own'] = null): Suggestion => ({
  pair: { id: idOf(n), stage: 'candidate', status: 'open' },
  startup: { id: idOf(7), name: '가람바이오', nameEn: 'Garam Bio', sector: 'ai' },
  investor: { id: idOf(8), name: `Firm ${n}` },
  ...{ score: 90 - n, knownScore: 95, certainty: 80, wish: own, own },
  findings: FACTORS.map((factor, at) => ({
    ...{ factor, reason: 'wishes_none' as const, words: `Why ${factor}.` },
    points: at < 2 ? 1000 : null,
  })),
});
const page = (more: Partial<SuggestionPage> = {}): SuggestionPage => ({
  items: [suggestion(1), suggestion(2, 'neutral')],
  ...{ nextCursor: null, total: 2, incomplete: [], incompleteCount: 0 },
  leftOut: { uncertain: 3, wished: 0, notToMeet: 0 },
  kept: { weights: USUAL_WEIGHTS, version: 4 },
  ...more,
});
const show = (first: SuggestionPage, canPlan = true) =>
  renderWithMessages(
    <SuggestionScreen
      {...{ slug: 'sample', first, canPlan }}
      view={readSuggestionView({})}
      facets={{ startups: [], investors: [] }}
    />,
  );
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('the suggestions', () => {
  it('say why, with what is not known by name', () => {
    show(page());
    const row = within(screen.getAllByRole('row')[1] as HTMLElement);
    expect(row.getByText('Why sector.')).toBeDefined();
    expect(row.getByText(/^Not known: Ticket size, Region, Past meetings, Wishes/).textContent).toBe(
      'Not known: Ticket size, Region, Past meetings, Wishes. What is not known (20%) counts as 50. By what is known alone it would be 95.',
    );
    expect(row.getByText('89')).toBeDefined();
  });

  it('are ranked again by weights that are tried, which are saved by a press and set back by another', async () => {
    show(page());
    sent.mockImplementation(async () => Response.json(page({ items: [suggestion(2)] })));
    fireEvent.change(screen.getByRole('slider', { name: 'Region' }), { target: { value: '60' } });
    await waitFor(() => expect(screen.queryByText('Garam Bio × Firm 1')).toBeNull());
    expect(String(sent.mock.lastCall?.[0])).toContain(`weights=${encodeURIComponent('30,20,20,60,10,10')}`);
    const kept = { weights: { ...USUAL_WEIGHTS, region: 60 }, version: 5 };
    sent.mockImplementation(async () => Response.json(kept));
    await press('Save the weights');
    const [path, init] = sent.mock.lastCall ?? [];
    expect([init?.method, path]).toEqual(['PUT', '/api/v1/programs/sample/suggestions/weights']);
    expect(JSON.parse(String(init?.body))).toEqual({ weights: { ...USUAL_WEIGHTS, region: 60 }, version: 4 });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() =>
      expect(JSON.parse(String(sent.mock.lastCall?.[1].body))).toEqual({
        weights: USUAL_WEIGHTS,
        version: 5,
      }),
    );
  });

  it('become wishes after a look, with the word that stood before, and are taken back by what the answer says', async () => {
    show(page());
    await userEvent.click(screen.getByLabelText('Choose all shown'));
    await press('Add to wishes');
    const dialog = within(await screen.findByRole('dialog', { name: 'Add 2 pairs to the wishes?' }));
    expect(dialog.getByText('Garam Bio × Firm 1')).toBeDefined();
    expect(dialog.getByText('now: Neutral')).toBeDefined();
    const undo = { words: [{ pairId: idOf(1), said: null, was: 'must' }] };
    sent.mockImplementation(async () => Response.json({ changed: 2, undo }));
    await userEvent.click(dialog.getByLabelText('Must'));
    await userEvent.click(dialog.getByRole('button', { name: 'Add to wishes' }));
    await waitFor(() => expect(sent).toHaveBeenCalled());
    expect(JSON.parse(String(sent.mock.lastCall?.[1].body))).toEqual({
      words: [
        { pairId: idOf(1), said: 'must', was: null },
        { pairId: idOf(2), said: 'must', was: 'neutral' },
      ],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(JSON.parse(String(sent.mock.lastCall?.[1].body))).toEqual(undo));
  });

  it('without anything known lead to the profiles where it is entered', () => {
    const missing = ['round', 'sought'] as const;
    const incomplete = [
      { kind: 'startup' as const, id: idOf(7), name: '가람', nameEn: 'Garam', missing: [...missing] },
    ];
    show(page({ items: [], total: 0, incomplete: [...incomplete], incompleteCount: 1 }));
    expect(screen.getByRole('link', { name: 'Garam' }).getAttribute('href')).toBe(
      `/programs/sample/startups/${idOf(7)}/edit`,
    );
    expect(screen.getByText('round, amount sought')).toBeDefined();
    expect(screen.getByText(/Too little is known to score pairs/)).toBeDefined();
  });

  it('are read by managers, who choose and save nothing', () => {
    show(page(), false);
    expect(screen.queryByRole('checkbox', { name: 'Choose all shown' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save the weights' })).toBeNull();
  });
});

it('folds the weights on a phone until they are asked for', async () => {
  show(page());
  const button = screen.getByRole('button', { name: 'Show weights' });
  const body = document.getElementById(button.getAttribute('aria-controls') ?? '');
  expect([button.getAttribute('aria-expanded'), body?.className.includes('max-sm:hidden')]).toEqual([
    'false',
    true,
  ]);
  await userEvent.click(button);
  expect(screen.getByRole('button', { name: 'Fold' }).getAttribute('aria-expanded')).toBe('true');
  expect(body?.className.includes('max-sm:hidden')).toBe(false);
});
