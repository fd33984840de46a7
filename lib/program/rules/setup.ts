import { PROGRAM_STAGES, SETUP_STEPS, type SetupStep } from '../schema';
import type { ProgramSettings } from '../schema/settings';

/** `optional`: nothing is there, and a program does without it too. */
type SetupState = 'done' | 'open' | 'optional';
export type SetupStanding = { step: SetupStep; state: SetupState };

/** What is there and what is missing. */
export function setupStandings({ stages, tables, counts }: ProgramSettings): SetupStanding[] {
  const needsTables = stages.length === 0 || stages.some((stage) => stage.usesTables);
  const hasTables = tables.some((table) => table.archivedAt === null);
  const states: Record<SetupStep, SetupState> = {
    basics: 'done',
    stages: stages.length === PROGRAM_STAGES.length ? 'done' : 'open',
    tables: hasTables ? 'done' : needsTables ? 'open' : 'optional',
    slots: counts.slots > 0 ? 'done' : 'open',
    targets: stages.some((stage) => stage.targetDays !== null) ? 'done' : 'optional',
    startups: counts.startups > 0 ? 'done' : 'open',
    investors: counts.investors > 0 ? 'done' : 'open',
    people: counts.people > 0 ? 'done' : 'open',
  };
  return SETUP_STEPS.map((step) => ({ step, state: states[step] }));
}

export function isSetUp(standings: readonly SetupStanding[]): boolean {
  return standings.every(({ state }) => state !== 'open');
}

/** Where the set-up goes on: at the step where it was left, else at the first that is missing. */
export function nextSetupStep(kept: string | null, standings: readonly SetupStanding[]): SetupStep {
  const left = SETUP_STEPS.find((step) => step === kept);
  return left ?? standings.find(({ state }) => state === 'open')?.step ?? 'basics';
}
