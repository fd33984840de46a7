import { MEETING_STAGES, type MeetingStage } from '@/lib/pair/rules/stages';

export const SETUP_PARTS = ['rules', 'availability'] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];
type Query = Record<string, string | string[] | undefined>;

/** The stage an address names among those the program has; without one the main session, else the first. */
export function readStage({ stage }: Query, ofProgram: readonly string[]): MeetingStage | null {
  const has = (each: MeetingStage) => ofProgram.includes(each);
  const named = MEETING_STAGES.find((each) => each === stage);
  if (named && has(named)) return named;
  return has('main_session') ? 'main_session' : (MEETING_STAGES.find(has) ?? null);
}

export function readPart({ part }: Query): SetupPart {
  return SETUP_PARTS.find((each) => each === part) ?? 'rules';
}

export function setupAddress(slug: string, stage: MeetingStage, part: SetupPart): string {
  return `/programs/${slug}/timetable/setup?stage=${stage}${part === 'rules' ? '' : `&part=${part}`}`;
}
