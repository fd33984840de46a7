// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderWithMessages } from '@/scripts/test/render';
import { BasicsForm } from './basics-form';
import type { BasicsRecord } from './basics-values';

const READ: BasicsRecord = {
  ...{
    name: '봄 세션',
    nameEn: 'Spring',
    venue: 'Seoul',
    venueEn: '',
    baseCurrency: 'KRW',
    asOfDefault: null,
  },
  ...{ homeZone: 'Asia/Seoul', venueZone: 'Asia/Seoul', evidenceLimit: null, largeAmount: null },
};
const zones = [{ value: 'Asia/Seoul', label: 'Seoul' }];

afterEach(() => vi.unstubAllGlobals());

it('T31 sends a limit in the currency the form holds, also where somebody else has just changed it', async () => {
  const current = { ...READ, name: 'Theirs', baseCurrency: 'USD', version: 2 };
  const errors = [{ pointer: '/version', reason: 'stale', message: 'Changed meanwhile.' }];
  const sent = vi.fn(async (_: string, { body }: RequestInit) =>
    JSON.parse(String(body)).version === 1
      ? Response.json({ code: 'conflict', errors, current }, { status: 409 })
      : Response.json({ version: 3 }),
  );
  vi.stubGlobal('fetch', sent);
  renderWithMessages(<BasicsForm version={1} initial={READ} zones={zones} day="2023-05-03" />);
  const name = screen.getByLabelText(/^Name(?!.*English)/);
  await userEvent.clear(name);
  await userEvent.type(name, 'Mine');
  await userEvent.type(screen.getByLabelText(/evidence/i), '50,000,000');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByRole('alert');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
  expect(JSON.parse(String(sent.mock.calls[1]?.[1].body))).toMatchObject({
    version: 2,
    changes: { name: 'Mine', evidenceLimit: 5_000_000_000 },
  });
});
