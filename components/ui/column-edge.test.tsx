// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ColumnEdge, fittingWidth } from './column-edge';

afterEach(cleanup);

function show() {
  const heard = { onWiden: vi.fn(), onFit: vi.fn(), onHead: vi.fn() };
  const { container } = render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the head that sorts, moves and edits
    <div onPointerDown={heard.onHead} onDoubleClick={heard.onHead}>
      <ColumnEdge width={8} onWiden={heard.onWiden} onFit={heard.onFit} />
    </div>,
  );
  const edge = container.querySelector('span') as HTMLElement;
  edge.setPointerCapture = () => {};
  return { ...heard, edge };
}

describe('the edge of a column', () => {
  it('widens by as many rem as it is dragged, until it is let go, and tells the head nothing', () => {
    const { edge, onWiden, onHead } = show();
    fireEvent.pointerMove(edge, { clientX: 900 });
    fireEvent.pointerDown(edge, { button: 0, clientX: 100 });
    fireEvent.pointerMove(edge, { clientX: 148 });
    fireEvent.pointerMove(edge, { clientX: 84 });
    fireEvent.pointerUp(edge);
    fireEvent.pointerMove(edge, { clientX: 500 });
    expect(onWiden.mock.calls).toEqual([[11], [7]]);
    expect(onHead).not.toHaveBeenCalled();
  });

  it('fits its column by a double press, which opens no cell', () => {
    const { edge, onFit, onHead } = show();
    fireEvent.doubleClick(edge);
    expect(onFit).toHaveBeenCalledTimes(1);
    expect(onHead).not.toHaveBeenCalled();
  });

  it('fits the longest of the cells in sight, and none where nothing has a layout', () => {
    const cells = [64, 158, 32].map((scrollWidth) => {
      const cell = document.createElement('td');
      return Object.defineProperties(cell, {
        scrollWidth: { value: scrollWidth },
        clientWidth: { value: 20 },
      });
    });
    expect(fittingWidth(cells)).toBe(10);
    expect(fittingWidth([document.createElement('td')])).toBeNull();
  });
});
