/** The pipeline's one table: order, sign, gates. Buttons, server, funnel and colours read it. */
export const STAGES = ['candidate', 'video_call', 'pre_meeting', 'main_session', 'follow_up'] as const;
export type Stage = (typeof STAGES)[number];
/** The stages that consist of a meeting: all but candidate. */
export type MeetingStage = Exclude<Stage, 'candidate'>;
export const MEETING_STAGES = STAGES.slice(1) as readonly MeetingStage[];

export const STATUSES = ['open', 'invested', 'passed', 'withdrawn', 'on_hold'] as const;
export type PairStatus = (typeof STATUSES)[number];

/** What a move out of a stage, forward, wants to see first. Soft: go on with a reason. Hard: not without it. */
export const GATE_NEEDS = ['held_meeting', 'outcome', 'reason'] as const;
export type Gate = { needs: (typeof GATE_NEEDS)[number]; strength: 'soft' | 'hard' };

type StageRow = { order: number; sign: string; leaveForward: readonly Gate[] };

const MEETING_GATES: readonly Gate[] = [
  { needs: 'held_meeting', strength: 'soft' },
  { needs: 'outcome', strength: 'soft' },
];

export const STAGE_TABLE: Readonly<Record<Stage, StageRow>> = {
  candidate: { order: 0, sign: '·', leaveForward: [] },
  video_call: { order: 1, sign: '1', leaveForward: MEETING_GATES },
  pre_meeting: { order: 2, sign: '2', leaveForward: MEETING_GATES },
  main_session: { order: 3, sign: '3', leaveForward: MEETING_GATES },
  follow_up: { order: 4, sign: '4', leaveForward: [] },
};

type StatusRow = { closed: boolean; needsReason: boolean; sign: string; codes: readonly ReasonCode[] };

export const REASON_CODES = [
  'sector',
  'too_early',
  'valuation',
  'traction',
  'regulation',
  'timing',
  'no_answer',
  'terms',
  'other_deal',
  'other',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];
/** What may be asked for: a code, or the reasons that were told in somebody's own words alone. */
export const REASON_FILTERS = [...REASON_CODES, 'own_words'] as const;
export type ReasonFilter = (typeof REASON_FILTERS)[number];

export const STATUS_TABLE: Readonly<Record<PairStatus, StatusRow>> = {
  open: { closed: false, needsReason: false, sign: '', codes: [] },
  invested: { closed: false, needsReason: false, sign: '₩', codes: [] },
  passed: {
    closed: true,
    needsReason: true,
    sign: '×',
    codes: ['sector', 'too_early', 'valuation', 'traction', 'regulation', 'timing', 'no_answer', 'other'],
  },
  withdrawn: {
    closed: true,
    needsReason: true,
    sign: '×',
    codes: ['terms', 'timing', 'other_deal', 'valuation', 'other'],
  },
  on_hold: {
    closed: false,
    needsReason: true,
    sign: '‖',
    codes: ['timing', 'traction', 'regulation', 'other'],
  },
};

export function isLaterStage(a: Stage, b: Stage): boolean {
  return STAGE_TABLE[a].order > STAGE_TABLE[b].order;
}

/** Passed and withdrawn pairs are lost; they stay in what they reached. */
export function isClosed(status: PairStatus): boolean {
  return STATUS_TABLE[status].closed;
}

/** Who reads a note: the writer's side, the office and the writer's side, or everybody of the pair. */
export const VISIBILITIES = ['private', 'program', 'shared'] as const;
export type NoteVisibility = (typeof VISIBILITIES)[number];
