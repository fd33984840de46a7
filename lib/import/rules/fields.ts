import type { ImportKind } from '../schema';

type Spelled = { words?: readonly string[]; isRequired?: true };

/**
 * The columns that rows of each kind may have, in the order of the template. Their headings are the label in both languages
 * (import.field), the key itself, and the `words` that offices write besides.
 */
export const FIELDS = {
  startups: {
    name: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Company name', 'Startup'],
    },
    nameEn: { words: ['영문명', '영문 회사명', '영문 기업명', 'English name', 'Name in English'] },
    sector: { isRequired: true, words: ['산업', '업종', '산업분야', 'Industry', 'Field'] },
    summary: { words: ['기업 소개', '회사소개', '개요', 'Description', 'About'] },
    summaryEn: { words: ['영문 개요', 'English summary', 'Description in English'] },
    website: { words: ['홈페이지', '누리집', 'URL', 'Homepage', 'Site'] },
    round: { words: ['라운드', '투자 라운드', '투자단계', 'Investment stage', 'Funding stage'] },
    sought: { words: ['희망 투자금액', '유치 금액', '목표 금액', 'Raising', 'Target amount', 'Ask'] },
    regions: { words: ['국가', '진출 지역', 'Country', 'Market', 'Markets', 'Regions'] },
  },
  investors: {
    name: { isRequired: true, words: ['투자사명', '투자사', '기관명', 'VC', 'Firm', 'Investor', 'Fund'] },
    city: { words: ['소재지', '지역', 'Location', 'Office'] },
    focus: { words: ['관심분야', '투자분야', '투자 분야', 'Sectors', 'Investment focus', 'Interests'] },
    summary: { words: ['투자사 소개', '개요', 'Description', 'About'] },
    website: { words: ['홈페이지', '누리집', 'URL', 'Homepage', 'Site'] },
    rounds: { words: ['라운드', '투자 라운드', '투자단계', 'Investment stages', 'Funding stages', 'Stage'] },
    ticketMin: { words: ['최소 투자금액', '최소 금액', 'Minimum ticket', 'Min ticket', 'Ticket from'] },
    ticketMax: { words: ['최대 투자금액', '최대 금액', 'Maximum ticket', 'Max ticket', 'Ticket to'] },
    regions: { words: ['국가', '투자 지역', 'Country', 'Geography', 'Regions'] },
  },
  contacts: {
    startup: { words: ['회사명', '기업명', '스타트업', 'Company'] },
    investor: { words: ['투자사명', '기관명', 'VC', 'Firm', 'Fund'] },
    name: { isRequired: true, words: ['성명', '담당자', '담당자명', 'Contact', 'Person', 'Full name'] },
    nameEn: { words: ['영문명', '영문 이름', '영문 성명', 'English name', 'Name in English'] },
    title: { words: ['직책', '직위', '직함', 'Position', 'Role'] },
    email: { words: ['메일', '이메일 주소', 'E-mail address', 'Mail', 'Email'] },
    phone: { words: ['연락처', '휴대폰', '전화', 'Mobile', 'Telephone', 'Tel'] },
    consent: { words: ['동의일', '개인정보 동의일', '동의 날짜', 'Consent', 'Consent date'] },
  },
  people: {
    email: { isRequired: true, words: ['메일', '이메일 주소', 'E-mail address', 'Mail', 'Email'] },
    name: { isRequired: true, words: ['성명', 'Full name', 'Person'] },
    nameEn: { words: ['영문명', '영문 이름', '영문 성명', 'English name', 'Name in English'] },
    role: { isRequired: true, words: ['권한', '구분', 'Access'] },
    startup: { words: ['회사명', '기업명', '스타트업', 'Company'] },
    language: { words: ['사용 언어', 'Locale'] },
  },
  pairs: {
    startup: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Startup name'],
    },
    investor: { isRequired: true, words: ['투자사명', '기관명', 'VC', 'Firm', 'Investor name', 'Fund'] },
    stage: { words: ['현재 단계', 'Current stage'] },
    stageOn: { words: ['단계 날짜', '이동일', 'Moved on', 'Stage date'] },
    status: { words: ['진행 상태', 'State'] },
    reasonCode: { words: ['종료 이유', 'Reason code', 'Closed because'] },
    reason: { words: ['비고', '메모', 'Note', 'Why'] },
    owner: { words: ['담당관', '담당자 이메일', '담당 이메일', 'Owner e-mail', 'Officer'] },
    nextStep: { words: ['후속 조치', '할 일', 'Action'] },
    nextStepOn: { words: ['다음 단계 기한', '기한', 'Due', 'Due date'] },
    startupWish: { words: ['기업 희망', '스타트업 희망', "Startup's wish"] },
    investorWish: { words: ['VC 희망', "Investor's wish"] },
    officeWish: { words: ['희망', '사무국 의견', 'Wish', "Office's wish"] },
    weight: { words: ['점수', '배점', '우선순위', 'Score', 'Priority', 'Points'] },
  },
  wishes: {
    startup: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Startup name'],
    },
    investor: { isRequired: true, words: ['투자사명', '기관명', 'VC', 'Firm', 'Investor name', 'Fund'] },
    side: { words: ['누구의 희망', '희망 주체', 'Whose wish', 'From', 'Said by'] },
    wish: { words: ['희망 여부', '의사', 'Answer', 'Word'] },
    officeWish: { words: ['담당관 의견', 'Officer’s wish', "Officer's wish"] },
    officeWeight: { words: ['담당관 가중치', 'Officer’s weight', "Officer's weight"] },
    weight: { words: ['점수', '배점', '우선순위', 'Score', 'Priority', 'Points'] },
  },
  availability: {
    kind: { words: ['유형', '종류', 'Type', 'Side'] },
    name: { isRequired: true, words: ['참가자', '회사명', 'Party', 'Who'] },
    stage: { words: ['회의 단계', 'Meeting stage'] },
    start: {
      isRequired: true,
      words: ['시작 시각', '일시', '날짜', 'Slot', 'Slot start', 'Start', 'Date', 'Day'],
    },
    end: { words: ['종료 시각', 'Slot end', 'To', 'Until'] },
    away: { isRequired: true, words: ['참석 불가', '불가 여부', 'Unavailable', 'Not available'] },
  },
  meetings: {
    startup: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Startup name'],
    },
    investor: { isRequired: true, words: ['투자사명', '기관명', 'VC', 'Firm', 'Investor name', 'Fund'] },
    stage: { isRequired: true, words: ['회의 단계', 'Meeting stage', 'Round'] },
    start: {
      isRequired: true,
      words: ['시작 시각', '일시', '회의 일시', 'Starts', 'Start time', 'Date and time', 'When'],
    },
    end: { words: ['종료', '종료 시각', 'Ends', 'End time', 'Until'] },
    zone: { words: ['시간대', 'Time zone', 'Timezone'] },
    minutes: { words: ['시간(분)', '길이', 'Length', 'Duration'] },
    table: { words: ['자리', '테이블 번호', 'Table number', 'Place'] },
    link: { words: ['화상 링크', 'URL', 'Video link'] },
    state: { words: ['회의 상태', '진행 여부', 'Meeting status', 'Status', 'Result'] },
    side: { words: ['누가 불참', '불참자', '불참', 'No-show', 'Who was absent', 'No-show side'] },
    reason: { words: ['비고', '사유', 'Note', 'Why'] },
  },
  outcomes: {
    startup: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Startup name'],
    },
    investor: { isRequired: true, words: ['투자사명', '기관명', 'VC', 'Firm', 'Investor name', 'Fund'] },
    stage: { isRequired: true, words: ['회의 단계', 'Meeting stage', 'Round'] },
    day: { words: ['회의 날짜', '날짜', '일자', 'Date', 'Day', 'Met on'] },
    interest: { isRequired: true, words: ['관심', '관심 정도', 'Interest level', 'Rating'] },
    asked: { words: ['요청 자료', '요청사항', 'Asked for', 'Requests'] },
    nextStep: { words: ['후속 조치', '할 일', 'Action'] },
    nextStepOn: { words: ['다음 단계 기한', '기한', 'Due', 'Due date'] },
    note: { words: ['비고', '내용', '회의 내용', 'Notes', 'Comment', 'Remarks'] },
  },
  amounts: {
    startup: {
      isRequired: true,
      words: ['회사명', '기업명', '업체명', '스타트업', 'Company', 'Startup name'],
    },
    investor: { isRequired: true, words: ['투자사명', '기관명', 'VC', 'Firm', 'Investor name', 'Fund'] },
    rung: { isRequired: true, words: ['금액 단계', '구분', 'Rung', 'Kind'] },
    amount: { words: ['투자금액', '협의 금액', 'Sum', 'Value'] },
    currency: { words: ['화폐', '통화 단위', 'Currency code'] },
    effectiveOn: { isRequired: true, words: ['날짜', '일자', '확인일', 'Date', 'On', 'As of'] },
    source: { words: ['확인처', '누구의 말', 'Said by', 'From'] },
    evidence: { words: ['증빙', '증빙 자료명', 'Document', 'Proof'] },
    reason: { words: ['비고', '사유', 'Note', 'Why'] },
  },
} as const satisfies Record<ImportKind, Record<string, Spelled>>;

/** Keys of a kind's columns, with what has to be there. */
export function fieldsOf(kind: ImportKind): { key: string; isRequired: boolean; words: readonly string[] }[] {
  return Object.entries<Spelled>(FIELDS[kind]).map(([key, { words = [], isRequired = false }]) => ({
    ...{ key, words, isRequired },
  }));
}
