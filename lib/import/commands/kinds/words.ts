import { RUNGS, SOURCES } from '@/lib/amount/rules';
import { MEETING_STATES, SIDES, type Side } from '@/lib/meeting/rules';
import { MEETING_STAGES, REASON_CODES, STAGES, STATUSES } from '@/lib/pair/rules/stages';
import { WISH_SIDES, WISH_WORDS } from '@/lib/timetable/rules/words';
import { wordKey } from '../../rules/row-reader';
import { wordsOf } from './kind';

/* The words of lists that several kinds of rows share, in both languages, and those that offices write besides. */

const STAGE_MORE = {
  video_call: ['화상', '화상회의', 'Video', 'Video meeting', 'Online', '1차'],
  pre_meeting: ['사전', '사전 회의', 'Pre meeting', 'Before', '2차'],
  main_session: ['본 세션', '본상담', '1:1', '메인', '메인 세션', 'Main', 'One-on-one', '3차'],
  follow_up: ['후속', '후속 회의', 'Followup', 'Follow up', '4차'],
};
export const STAGE_WORDS = wordsOf(STAGES, (key) => `pair.stage.${key}`, STAGE_MORE);
export const MEETING_STAGE_WORDS = wordsOf(MEETING_STAGES, (key) => `pair.stage.${key}`, STAGE_MORE);
export const STATUS_WORDS = wordsOf(STATUSES, (key) => `pair.status.${key}`, {
  open: ['진행', 'Active'],
  invested: ['투자', 'Funded'],
  on_hold: ['보류', 'Hold', 'Paused'],
});
export const REASON_WORDS = wordsOf(REASON_CODES, (key) => `pair.reason.${key}`);
export const RUNG_WORDS = wordsOf(RUNGS, (key) => `amount.rung.${key}`, {
  discussed: ['협의', '논의', '논의 중', 'Discussed', 'Discussion'],
  loi: ['LOI', '의향서', '투자의향서'],
  term_sheet: ['TS', '텀시트', 'Termsheet'],
  signed: ['계약', '체결', 'Contract'],
  paid: ['납입', '입금', 'Wired'],
});
export const SOURCE_WORDS = wordsOf(SOURCES, (key) => `amount.source.${key}`, {
  officer: ['사무국', '담당자', 'Office'],
  startup: ['기업', '스타트업', 'Company'],
  investor: ['VC', '투자자'],
});
export const STATE_WORDS = wordsOf(MEETING_STATES, (key) => `meeting.state.${key}`, {
  scheduled: ['예정', 'Planned', 'Booked'],
  held: ['진행', '완료', '참석', 'Done', 'Took place', 'Met'],
  no_show: ['불참', '노쇼', 'Noshow', 'No show', 'Absent'],
  cancelled: ['취소', '취소됨', 'Canceled'],
});
export const WISH_WORD_WORDS = wordsOf(WISH_WORDS, (key) => `timetable-setup.wishes.word.${key}`, {
  must: ['필수', '꼭', '1순위', 'Must meet', '◎'],
  like: ['희망', '예', 'Yes', 'Wish', 'Wants', 'O', '○'],
  neutral: ['보통', '무관', '상관없음', 'Either', 'Maybe', '△'],
  no_thanks: ['거절', '만나지 않음', '아니오', 'No', 'No thanks', 'X', '×'],
});

const listed = <T>(value: T, ...words: string[]) => words.map((word) => [wordKey(word), value] as const);

export const WISH_SIDE_WORDS = wordsOf(WISH_SIDES, (key) => `import.word.side.${key}`, {
  startup: ['기업', '스타트업', 'Company'],
  investor: ['투자자', 'VC', 'Firm'],
  office: ['주최 측', 'Officer', 'Program'],
});
export const ABSENT_WORDS: ReadonlyMap<string, Side> = new Map([
  ...wordsOf(SIDES, (key) => `meeting.side.${key}`),
  ...listed('startup' as const, 'startup', '참가기업', '기업', '스타트업', 'Company'),
  ...listed('investor' as const, 'investor', '투자사', '투자자', 'VC', 'Firm'),
  ...listed('both' as const, 'both', '양쪽', '둘 다', '모두', 'Both sides', 'Neither'),
]);
