import { describe, expect, it } from 'vitest';
import { PROGRAM_STAGES } from '../schema';
import type { ProgramSettings } from '../schema/settings';
import { isSetUp, nextSetupStep, setupStandings } from './setup';

const empty = {
  stages: [],
  tables: [],
  counts: { slots: 0, startups: 0, investors: 0, people: 0 },
} as unknown as ProgramSettings;
const stages = PROGRAM_STAGES.map((stage) => ({
  stage,
  usesTables: stage === 'main_session',
  targetDays: null,
}));
const standings = (settings: object) => setupStandings({ ...empty, ...settings } as ProgramSettings);
const open = (settings: object) =>
  standings(settings).flatMap(({ step, state }) => (state === 'open' ? [step] : []));

describe('the set-up of a program', () => {
  it('comes in the order of doing it', () => {
    expect(open({})).toEqual(['stages', 'tables', 'slots', 'startups', 'investors', 'people']);
  });

  it('wants tables where a stage meets at tables, and all four stages', () => {
    expect(open({ stages })).toContain('tables');
    expect(open({ stages, tables: [{ archivedAt: '2023-01-01T00:00:00Z' }] })).toContain('tables');
    expect(open({ stages, tables: [{ archivedAt: null }] })).not.toContain('tables');
    expect(open({ stages: stages.map((stage) => ({ ...stage, usesTables: false })) })).not.toContain(
      'tables',
    );
    expect(open({ stages: stages.slice(1) })).toContain('stages');
  });

  it('is over when everything is there that a program needs', () => {
    const counts = { slots: 13, startups: 15, investors: 38, people: 4 };
    const whole = standings({ stages, counts, tables: [{ archivedAt: null }] });
    expect(isSetUp(whole)).toBe(true);
    expect(whole.find(({ step }) => step === 'targets')?.state).toBe('optional');
    expect(isSetUp(standings({ stages, counts }))).toBe(false);
  });

  it('goes on where it was left, else at the first step that is missing', () => {
    expect(nextSetupStep('investors', standings({}))).toBe('investors');
    expect(nextSetupStep(null, standings({}))).toBe('stages');
    expect(nextSetupStep(null, standings({ stages }))).toBe('tables');
    expect(nextSetupStep('no such step', standings({}))).toBe('stages');
  });
});
