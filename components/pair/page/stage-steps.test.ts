import { describe, expect, it } from 'vitest';
import type { Stage } from '@/lib/pair/rules/stages';
import type { StageLogEntry } from '@/lib/pair/schema/history';
import { isNear, standingAt } from './stage-steps';

function moved(to: Stage, voided = false): StageLogEntry {
  const at = '2023-04-10T00:00:00.000Z';
  const entry = { id: to, effectiveAt: at, recordedAt: at, by: null, means: 'web' as const, reason: null };
  return { ...entry, from: 'candidate', to, voided };
}

describe('standingAt', () => {
  const pair = { stage: 'main_session' as const, events: [moved('video_call'), moved('main_session')] };

  it('says what was gone through, what was left out, where the pair is and what lies ahead', () => {
    const standing = (['video_call', 'pre_meeting', 'main_session', 'follow_up'] as const).map((stage) =>
      standingAt(stage, pair, false),
    );
    expect(standing).toEqual(['done', 'skipped', 'current', 'ahead']);
  });

  it('counts a stage whose meeting was held as gone through, and a voided move as none', () => {
    expect(standingAt('pre_meeting', pair, true)).toBe('done');
    const mistaken = { ...pair, events: [moved('video_call', true)] };
    expect(standingAt('video_call', mistaken, false)).toBe('skipped');
  });

  it('takes a pair that moved back at its word: what it had reached lies ahead again', () => {
    const back = { stage: 'video_call' as const, events: [moved('video_call'), moved('follow_up')] };
    expect(standingAt('follow_up', back, true)).toBe('ahead');
  });
});

describe('isNear', () => {
  it('is the stage a pair stands in and the next one', () => {
    const near = (['video_call', 'pre_meeting', 'main_session', 'follow_up'] as const).filter((stage) =>
      isNear(stage, 'video_call'),
    );
    expect(near).toEqual(['video_call', 'pre_meeting']);
    expect(isNear('video_call', 'candidate')).toBe(true);
  });
});
