/** The people of the sample. Every name is invented; the domain sample.example belongs to nobody. */
export const SAMPLE_PASSWORD = 'sample-boston-2023';

export type SamplePerson = {
  email: string;
  name: string;
  nameEn: string;
  /** `startup` and `rival` are people of two different startups of the first program. */
  part: 'admin' | 'officer' | 'manager' | 'startup' | 'rival';
};

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { email: 'officer@sample.example', name: '윤하람 (예시)', nameEn: 'Haram Yoon (sample)', part: 'officer' },
  { email: 'manager@sample.example', name: '문서진 (예시)', nameEn: 'Seojin Moon (sample)', part: 'manager' },
  {
    email: 'startup@sample.example',
    name: '차은결 (예시)',
    nameEn: 'Eungyeol Cha (sample)',
    part: 'startup',
  },
  { email: 'rival@sample.example', name: '배도윤 (예시)', nameEn: 'Doyun Bae (sample)', part: 'rival' },
  { email: 'admin@sample.example', name: '한지오 (예시)', nameEn: 'Jio Han (sample)', part: 'admin' },
];

/** Whether an address is one of the sample's, now or in an older sample. */
export function isSampleAddress(email: string): boolean {
  return email.endsWith('@sample.example');
}
