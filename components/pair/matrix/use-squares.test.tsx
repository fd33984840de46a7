// @vitest-environment happy-dom

import { renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { usePointedPair } from './use-squares';

const startup = { id: 's1', name: 'Nuri', nameEn: 'Nuri', sector: 'robotics' };
const investor = { id: 'i1', name: 'Duskharrow' };
const place = { row: 0, column: 0 };

it('asks for a row that fails once, and again when the squares are new', () => {
  const want = vi.fn(async () => undefined);
  const squares = (stamp: object) => ({
    partiesAt: () => ({ startup, investor }),
    // A row that failed gives new items, as one that came does.
    items: {
      find: () => 'failed' as const,
      want,
      wantAll: async () => undefined,
      put: () => undefined,
      stamp,
    },
  });
  const first = {};
  const { rerender, result } = renderHook(({ stamp }) => usePointedPair(squares(stamp) as never, place), {
    initialProps: { stamp: first },
  });
  rerender({ stamp: first });
  rerender({ stamp: first });
  expect(want.mock.calls).toEqual([['s1']]);
  expect(result.current).toMatchObject({ item: 'failed', id: '' });
  rerender({ stamp: {} });
  expect(want).toHaveBeenCalledTimes(2);
});
