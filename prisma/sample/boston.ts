import { at, BOSTON, SEOUL } from './calendar';
import { FIRMS, STARTUPS, startupPeople } from './cast';
import type { ProgramCast } from './cohort';

/** The sample of domain.md: 15 startups, 38 investors, Boston, April 2023. All names are invented. */
export const BOSTON_2023: ProgramCast = {
  slug: 'boston-2023',
  program: {
    name: '보스턴 2023 투자유치 상담회 (예시)',
    nameEn: 'Boston 2023 investment meetings (sample)',
    venue: '보스턴',
    venueEn: 'Boston',
    homeZone: SEOUL,
    venueZone: BOSTON,
    baseCurrency: 'KRW',
    asOfDefault: '2023-05-03',
    evidenceLimit: 1_000_000_000,
  },
  admin: 'admin@sample.example',
  officer: 'officer@sample.example',
  stages: [
    {
      stage: 'video_call',
      startsOn: '2023-04-10',
      endsOn: '2023-04-21',
      timeZone: SEOUL,
      meetingMinutes: 25,
      usesTables: false,
      targetDays: 14,
    },
    {
      stage: 'pre_meeting',
      startsOn: '2023-04-27',
      endsOn: '2023-04-27',
      timeZone: BOSTON,
      meetingMinutes: 20,
      usesTables: true,
      targetDays: 3,
    },
    {
      stage: 'main_session',
      startsOn: '2023-04-28',
      endsOn: '2023-04-28',
      timeZone: BOSTON,
      meetingMinutes: 25,
      usesTables: true,
      targetDays: 7,
    },
    {
      stage: 'follow_up',
      startsOn: '2023-05-01',
      endsOn: '2023-11-30',
      timeZone: SEOUL,
      meetingMinutes: 30,
      usesTables: false,
      targetDays: 90,
    },
  ],
  tables: 15,
  slots: [
    { stage: 'pre_meeting', day: '2023-04-27', firstStart: '08:30', minutes: 20, breakMinutes: 5, count: 8 },
    { stage: 'pre_meeting', day: '2023-04-27', firstStart: '12:30', minutes: 20, breakMinutes: 5, count: 10 },
    { stage: 'main_session', day: '2023-04-28', firstStart: '09:00', minutes: 25, breakMinutes: 5, count: 6 },
    { stage: 'main_session', day: '2023-04-28', firstStart: '13:00', minutes: 25, breakMinutes: 5, count: 7 },
  ],
  startups: STARTUPS,
  firms: FIRMS,
  peopleOf: startupPeople,
  rates: [
    ['2023-04-28', '1338.00'],
    ['2023-05-03', '1340.00'],
    ['2023-06-01', '1322.50'],
    ['2023-08-01', '1276.00'],
    ['2023-10-02', '1350.00'],
    ['2023-11-01', '1347.00'],
  ],
  openedAt: at('2023-04-03', '09:00', SEOUL),
};

const SINGAPORE = 'Asia/Singapore';

/** A second, smaller program with other people: every test of "mine" has a "not mine". */
export const SINGAPORE_2024: ProgramCast = {
  slug: 'singapore-2024',
  program: {
    name: '싱가포르 2024 상담회 (예시)',
    nameEn: 'Singapore 2024 meetings (sample)',
    venue: '싱가포르',
    venueEn: 'Singapore',
    homeZone: SEOUL,
    venueZone: SINGAPORE,
    baseCurrency: 'KRW',
    asOfDefault: null,
  },
  admin: 'admin@sample.example',
  officer: 'officer.two@sample.example',
  stages: [
    {
      stage: 'main_session',
      startsOn: '2024-06-13',
      endsOn: '2024-06-13',
      timeZone: SINGAPORE,
      meetingMinutes: 25,
      usesTables: true,
    },
  ],
  tables: 4,
  slots: [
    { stage: 'main_session', day: '2024-06-13', firstStart: '10:00', minutes: 25, breakMinutes: 5, count: 6 },
  ],
  startups: [
    {
      name: '바람결소재',
      nameEn: 'Baramgyeol Materials',
      sector: 'other',
      summary: '경량 복합재',
      summaryEn: 'Light composites',
    },
    {
      name: '달무리헬스',
      nameEn: 'Dalmuri Health',
      sector: 'bio_health',
      summary: '수면 무호흡 치료',
      summaryEn: 'Sleep apnoea care',
    },
    {
      name: '한울비전',
      nameEn: 'Hanul Vision',
      sector: 'ai',
      summary: '드론 영상 분석',
      summaryEn: 'Drone imagery',
    },
    {
      name: '아라로봇',
      nameEn: 'Ara Robot',
      sector: 'robotics',
      summary: '수중 점검 로봇',
      summaryEn: 'Underwater inspection',
    },
  ],
  firms: ['Merlionfield', 'Straitsmere', 'Banyanrow', 'Orchidgate', 'Tembusu Lane', 'Raffia Point'].map(
    (name) => ({
      name,
      city: 'Singapore',
      focus: ['ai', 'robotics'],
      contacts: [
        {
          name: 'Sample Partner',
          title: 'Partner',
          email: `${name.toLowerCase().replace(/\W/g, '')}@firm.example`,
          phone: '',
        },
      ],
    }),
  ),
  peopleOf: (n) => startupPeople(n + 20),
  rates: [],
  openedAt: at('2024-05-02', '09:00', SEOUL),
};
