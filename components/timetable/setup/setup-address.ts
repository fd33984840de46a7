import { createLoader, createSerializer, parseAsStringLiteral } from 'nuqs/server';
import { MEETING_STAGES, type MeetingStage } from '@/lib/pair/rules/stages';

export const SETUP_PARTS = ['rules', 'availability'] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];

const parsers = {
  stage: parseAsStringLiteral(MEETING_STAGES),
  part: parseAsStringLiteral(SETUP_PARTS).withDefault('rules'),
};
export const readSetup = createLoader(parsers);
const serialize = createSerializer(parsers);

/** The stage an address names among those the program has; without one the main session, else the first. */
export function stageOf(named: MeetingStage | null, ofProgram: readonly string[]): MeetingStage | null {
  const has = (each: MeetingStage) => ofProgram.includes(each);
  if (named && has(named)) return named;
  return has('main_session') ? 'main_session' : (MEETING_STAGES.find(has) ?? null);
}

export function setupAddress(slug: string, stage: MeetingStage, part: SetupPart): string {
  return serialize(`/programs/${slug}/timetable/setup`, { stage, part });
}
