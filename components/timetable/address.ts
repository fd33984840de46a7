import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { MEETING_STAGES, type MeetingStage } from '@/lib/pair/rules/stages';

export const SETUP_PARTS = ['rules', 'availability'] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];

const setup = {
  stage: parseAsStringLiteral(MEETING_STAGES),
  part: parseAsStringLiteral(SETUP_PARTS).withDefault('rules'),
};
export const readSetup = createLoader(setup);
const setupSearch = createSerializer(setup);

/** The stage an address names among those the program has; without one the main session, else the first. */
export function stageOf(named: MeetingStage | null, ofProgram: readonly string[]): MeetingStage | null {
  const has = (each: MeetingStage) => ofProgram.includes(each);
  if (named && has(named)) return named;
  return has('main_session') ? 'main_session' : (MEETING_STAGES.find(has) ?? null);
}

export function setupAddress(slug: string, stage: MeetingStage, part: SetupPart): string {
  return setupSearch(`/programs/${slug}/timetable/setup`, { stage, part });
}

/** The timetables that are held against each other; without `from` it is the one in force. */
const compared = { from: parseAsString, to: parseAsString };
export const readCompared = createLoader(compared);
const comparedSearch = createSerializer(compared);

export function comparedAddress(slug: string, between: { from?: string; to: string }): string {
  return comparedSearch(`/programs/${slug}/timetable/compare`, between);
}
