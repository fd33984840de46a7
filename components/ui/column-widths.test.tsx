// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readWidths, useColumnWidths } from './column-widths';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the widths of columns', () => {
  it('are kept in this browser by list, and forgotten by a reset', () => {
    const { result } = renderHook(() => useColumnWidths('kept'));
    act(() => result.current.set('stage', 12.5));
    expect(result.current.widths).toEqual({ stage: 12.5 });
    expect(JSON.parse(localStorage.getItem('roundtable.widths.kept') ?? '')).toEqual({ stage: 12.5 });
    expect(renderHook(() => useColumnWidths('other')).result.current.widths).toEqual({});
    act(() => result.current.reset());
    expect(result.current.widths).toEqual({});
    expect(localStorage.getItem('roundtable.widths.kept')).toBeNull();
  });

  it('stay within bounds, however far the edge is dragged', () => {
    const { result } = renderHook(() => useColumnWidths('bounds'));
    act(() => result.current.set('stage', -3));
    act(() => result.current.set('status', 1e9));
    expect(result.current.widths).toEqual({ stage: 4, status: 48 });
  });

  it('last as long as the page where the browser stores nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError');
    });
    const { result } = renderHook(() => useColumnWidths('refused'));
    act(() => result.current.set('stage', 20));
    expect(result.current.widths).toEqual({ stage: 20 });
  });

  it('are read from what was stored as far as it is widths', () => {
    expect(readWidths({ stage: 9, owner: '12', since: Number.NaN, amount: 900 })).toEqual({
      stage: 9,
      amount: 48,
    });
    for (const broken of [null, 'x', 3, [], [1]]) expect(readWidths(broken)).not.toBeNull();
  });
});
