import { describe, expect, test } from 'vitest';
import { addCounts, countExit, countPlaywright, countVitest } from './counts';

const vitest = (numPassedTests: number, numFailedTests: number) =>
  JSON.stringify({ numPassedTests, numFailedTests });
const playwright = (expected: number, unexpected: number, flaky = 0) =>
  JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 0 } });

describe('what a test run counts', () => {
  test('a command is one test', () => {
    expect(countExit(0)).toEqual({ passed: 1, failed: 0 });
    expect(countExit(2)).toEqual({ passed: 0, failed: 1 });
  });

  test('a report gives its own numbers', () => {
    expect(countVitest(vitest(40, 2), 1)).toEqual({ passed: 40, failed: 2 });
    expect(countPlaywright(playwright(7, 1), 1)).toEqual({ passed: 7, failed: 1 });
  });

  test('a journey that passed at its second try is told apart', () => {
    expect(countPlaywright(playwright(7, 0, 2), 0)).toEqual({ passed: 9, failed: 0, secondTry: 2 });
  });

  test('a runner that ends badly without a failed test failed once', () => {
    expect(countVitest(vitest(40, 0), 1)).toEqual({ passed: 40, failed: 1 });
    expect(countVitest(null, 1)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright('not json', 1)).toEqual({ passed: 0, failed: 1 });
  });

  test('a run without a single test failed', () => {
    expect(countVitest(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  });

  test('the last line is the sum', () => {
    expect(addCounts([countExit(0), countExit(1), countVitest(vitest(3, 0), 0)])).toEqual({
      passed: 4,
      failed: 1,
    });
  });
});
