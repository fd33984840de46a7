import { afterEach, beforeEach, expect, vi } from 'vitest';

/** What is written to console.error or console.warn fails the test, unless the test took the console itself. */
const noise: string[] = [];

beforeEach(() => {
  noise.length = 0;
  for (const method of ['error', 'warn'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      noise.push(words.map(String).join(' '));
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(noise, 'written to the console').toEqual([]);
});
