import { describe, expect, it } from 'vitest';
import { PROGRAM_STAGES } from '@/lib/program/schema';
import type { ProgramSettings } from '@/lib/program/schema/settings';
import { setupSteps } from './setup-checklist';

const empty = {
  stages: [],
  tables: [],
  counts: { slots: 0, startups: 0, investors: 0, people: 0 },
} as unknown as ProgramSettings;
const stages = PROGRAM_STAGES.map((stage) => ({ stage, usesTables: stage === 'main_session' }));
const open = (settings: object) =>
  setupSteps({ ...empty, ...settings } as ProgramSettings).flatMap((step) => (step.done ? [] : [step.key]));

describe('the first steps of a program', () => {
  it('come in the order of doing them', () => {
    expect(open({})).toEqual(['stages', 'venue', 'startups', 'investors', 'people']);
  });

  it('want tables where a stage meets at tables, and all four stages', () => {
    const counts = { ...empty.counts, slots: 13 };
    expect(open({ stages, counts })).toContain('venue');
    expect(open({ stages, counts, tables: [{ archivedAt: '2023-01-01T00:00:00Z' }] })).toContain('venue');
    expect(open({ stages, counts, tables: [{ archivedAt: null }] })).not.toContain('venue');
    expect(open({ stages: stages.slice(1), counts })).toContain('stages');
  });

  it('are over when everything is there', () => {
    const counts = { slots: 13, startups: 15, investors: 38, people: 4 };
    expect(open({ stages, counts, tables: [{ archivedAt: null }] })).toEqual([]);
  });
});
