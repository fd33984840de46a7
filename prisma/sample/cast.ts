import type { Region, Round, Sought, Ticket } from '@/lib/party/rules/terms';

/** Invented companies and firms. Any likeness to a real one is chance; the program that holds them is marked as sample. */
export type StartupCast = {
  name: string;
  nameEn: string;
  sector: 'bio_health' | 'robotics' | 'ai' | 'other';
  summary: string;
  summaryEn: string;
} & Partial<StartupTerms>;

type StartupTerms = { round: Round; sought: Sought; regions: Region[] };

const ROUND_CAST: readonly (readonly [Round, Sought])[] = [
  ['seed', { minor: 1_500_000_000, currency: 'KRW' }],
  ['series_a', { minor: 6_000_000_000, currency: 'KRW' }],
  ['series_b', { minor: 20_000_000_000, currency: 'KRW' }],
  ['series_a', { minor: 500_000_000, currency: 'USD' }],
];

/** Terms by a startup's place; every seventh has said nothing yet, as in life. */
function startupTerms(n: number): Partial<StartupTerms> {
  const [round, sought] = ROUND_CAST[n % ROUND_CAST.length] ?? ['seed', { minor: 1, currency: 'KRW' }];
  if (n % 7 === 6) return {};
  return { round, sought, regions: n % 3 === 0 ? ['korea', 'north_america'] : ['korea'] };
}

export const STARTUPS: readonly StartupCast[] = [
  ['온새미바이오', 'Onsaemi Bio', 'bio_health', '면역 세포 치료제', 'Immune cell therapy'],
  ['메디아라', 'Mediara', 'bio_health', '연속 혈당 측정 패치', 'Continuous glucose patch'],
  ['하늘진단', 'Haneul Diagnostics', 'bio_health', '현장 분자 진단 기기', 'Point-of-care molecular tests'],
  [
    '새봄테라퓨틱스',
    'Saebom Therapeutics',
    'bio_health',
    '희귀 질환 유전자 치료',
    'Gene therapy for rare disease',
  ],
  ['이룸헬스', 'Irum Health', 'bio_health', '재활 원격 관리', 'Remote rehabilitation care'],
  ['누리로보틱스', 'Nuri Robotics', 'robotics', '물류 하역 로봇 팔', 'Robot arms for unloading'],
  [
    '가온오토메이션',
    'Gaon Automation',
    'robotics',
    '중소 공장 자동 검사',
    'Inspection lines for small plants',
  ],
  ['다솜머신', 'Dasom Machine', 'robotics', '협동 로봇 감속기', 'Gear reducers for cobots'],
  ['라온비전', 'Raon Vision', 'ai', '산업 안전 영상 인식', 'Vision for plant safety'],
  ['해솔AI', 'Haesol AI', 'ai', '콜센터 음성 요약', 'Call centre summaries'],
  ['마루데이터', 'Maru Data', 'ai', '합성 데이터 생성', 'Synthetic data'],
  ['한결랩스', 'Hangyeol Labs', 'ai', '문서 자동 심사', 'Document review'],
  ['푸른에너지', 'Pureun Energy', 'other', '폐배터리 재사용', 'Second-life batteries'],
  ['별빛푸드테크', 'Byeolbit Foodtech', 'other', '발효 단백질', 'Fermented protein'],
  ['단비모빌리티', 'Danbi Mobility', 'other', '소형 전기 배송차', 'Small electric vans'],
].map(
  ([name, nameEn, sector, summary, summaryEn], n) =>
    ({ name, nameEn, sector, summary, summaryEn, ...startupTerms(n) }) as StartupCast,
);

const FIRM_NAMES = [
  'Otterfold Ventures',
  'Larkmoor Capital',
  'Quillbrook Seed',
  'Fernwhistle',
  'Thistlegate Partners',
  'Marrowind Fund',
  'Pebblewick Bio',
  'Duskharrow VC',
  'Brindlearch',
  'Wrenlock Lab Fund',
  'Saffronhill Angels',
  'Kitewater',
  'Bluemarl Capital',
  'Hollowfen Health',
  'Tamberlin Deep Tech',
  'Mistelridge',
  'Corvale Partners',
  'Ambercroft',
  'Pilsworth Ventures',
  'Quartzmere Growth',
  'Ravensedge',
  'Silverloft VC',
  'Trellismark',
  'Umberquay',
  'Vetchfield Capital',
  'Willowmast',
  'Yarrowholt',
  'Zinniaport Bio',
  'Aldermoss',
  'Birchquill',
  'Cedarloom',
  'Dunefoil',
  'Elmspindle',
  'Foxrill',
  'Gullmarch',
  'Hemlockby',
  'Ironfern',
  'Juniperhythe',
] as const;

const CITIES = ['Boston', 'Cambridge', 'New York', 'San Francisco', 'Palo Alto', 'Chicago'] as const;
const FOCUS = [
  ['bio_health'],
  ['robotics', 'ai'],
  ['ai'],
  ['bio_health', 'ai'],
  ['robotics'],
  ['ai', 'other'],
  ['bio_health', 'robotics'],
  ['other'],
] as const;
const GIVEN = [
  'Dana',
  'Ellis',
  'Morgan',
  'Robin',
  'Casey',
  'Jules',
  'Avery',
  'Quinn',
  'Rowan',
  'Sage',
  'Blair',
  'Emery',
] as const;
const FAMILY = [
  'Whitlock',
  'Averill',
  'Penhallow',
  'Marsden',
  'Thackery',
  'Bellweather',
  'Crane',
  'Lockridge',
  'Vane',
  'Ashdown',
  'Holloway',
  'Pryce',
] as const;
const TITLES = ['Partner', 'Principal', 'Associate', 'Managing Partner'] as const;

export type FirmCast = {
  name: string;
  city: string;
  focus: string[];
  contacts: ContactCast[];
} & Partial<FirmTerms>;

type FirmTerms = { rounds: Round[]; ticket: Ticket; regions: Region[] };

const TICKET_CAST: readonly (readonly [Round[], Ticket])[] = [
  [['pre_seed', 'seed'], { min: 10_000_000, max: 100_000_000, currency: 'USD' }],
  [['seed', 'series_a'], { min: 50_000_000, max: 500_000_000, currency: 'USD' }],
  [['series_a', 'series_b'], { min: 200_000_000, max: 1_500_000_000, currency: 'USD' }],
  [['series_b', 'series_c'], { min: 500_000_000, max: null, currency: 'USD' }],
  [['seed', 'series_a', 'series_b'], { min: null, max: 400_000_000, currency: 'USD' }],
];

/** Terms by a firm's place; every ninth has said nothing yet. */
function firmTerms(n: number): Partial<FirmTerms> {
  const [rounds, ticket] = TICKET_CAST[(n * 2) % TICKET_CAST.length] ?? [];
  if (n % 9 === 8 || !rounds || !ticket) return {};
  return { rounds, ticket, regions: n % 4 === 3 ? ['north_america'] : ['north_america', 'korea'] };
}

export const FIRMS: readonly FirmCast[] = FIRM_NAMES.map((name, i) => ({
  name,
  city: CITIES[(i * 5) % CITIES.length] as string,
  focus: [...(FOCUS[(i * 3) % FOCUS.length] as readonly string[])],
  ...firmTerms(i),
  contacts: [0, ...(i % 3 === 0 ? [1] : [])].map((n) => {
    const given = GIVEN[(i * 7 + n * 5) % GIVEN.length] as string;
    const family = FAMILY[(i * 5 + n * 3) % FAMILY.length] as string;
    return {
      name: `${given} ${family}`,
      title: TITLES[(i + n) % TITLES.length] as string,
      email: `${given}.${family}.${i}@firm.example`.toLowerCase(),
      phone: `+1-617-555-0${String(100 + i)}`,
    };
  }),
}));

const SURNAMES = [
  ['김', 'Kim'],
  ['이', 'Lee'],
  ['박', 'Park'],
  ['최', 'Choi'],
  ['정', 'Jung'],
  ['강', 'Kang'],
  ['조', 'Cho'],
  ['윤', 'Yoon'],
  ['장', 'Jang'],
  ['임', 'Lim'],
  ['한', 'Han'],
  ['오', 'Oh'],
  ['서', 'Seo'],
  ['신', 'Shin'],
  ['권', 'Kwon'],
] as const;
const NAMES = [
  ['하진', 'Hajin'],
  ['서윤', 'Seoyun'],
  ['도현', 'Dohyun'],
  ['지우', 'Jiwoo'],
  ['민재', 'Minjae'],
  ['수아', 'Sua'],
  ['준호', 'Junho'],
  ['예린', 'Yerin'],
  ['태오', 'Taeo'],
  ['나은', 'Naeun'],
  ['시우', 'Siwoo'],
  ['다인', 'Dain'],
  ['현서', 'Hyunseo'],
  ['유진', 'Yujin'],
  ['건우', 'Gunwoo'],
] as const;

export type ContactCast = { name: string; nameEn?: string; title: string; email: string; phone: string };

/** The founder and a second person of startup `i`. */
export function startupPeople(i: number): ContactCast[] {
  return [0, 1].map((n) => {
    const [surname, surnameEn] = SURNAMES[(i * 4 + n * 7) % SURNAMES.length] as (typeof SURNAMES)[number];
    const [given, givenEn] = NAMES[(i * 7 + n * 3) % NAMES.length] as (typeof NAMES)[number];
    return {
      name: `${surname}${given}`,
      nameEn: `${givenEn} ${surnameEn}`,
      title: n === 0 ? '대표' : '사업개발',
      email: `contact${n + 1}.s${i + 1}@startup.example`,
      phone: `010-0000-${String(1000 + i * 10 + n)}`,
    };
  });
}
