import { describe, expect, it } from 'vitest';
import { cursorAt, cursorByKey } from './day-cursor';

describe('the cursor of a chart over time', () => {
  it('stands at the point that holds there', () => {
    expect([-0.2, 0, 0.1, 0.49, 0.5, 2].map((part) => cursorAt([0, 0.2, 0.5], part))).toEqual([
      0, 0, 0, 1, 2, 2,
    ]);
  });

  it('moves by keys and stays within its ends', () => {
    expect(cursorByKey('ArrowRight', 3, 5)).toBe(4);
    expect(cursorByKey('ArrowLeft', 0, 5)).toBe(0);
    expect(cursorByKey('PageUp', 3, 5)).toBe(5);
    expect(cursorByKey('Home', 3, 5)).toBe(0);
    expect(cursorByKey('End', 3, 5)).toBe(5);
    expect(cursorByKey('a', 3, 5)).toBeNull();
  });
});
