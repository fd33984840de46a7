import type { ComboboxOption } from '@/components/ui/combobox-filter';
import { currentZones, formerName } from '@/lib/core/zones';

/** Cities people look for that the zone's own name does not say, and Korean names. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  'Asia/Seoul': '서울 한국 Korea',
  'America/New_York': '뉴욕 보스턴 워싱턴 Boston Washington',
  'America/Chicago': '시카고 댈러스 Dallas Austin',
  'America/Denver': '덴버',
  'America/Los_Angeles': '로스앤젤레스 샌프란시스코 실리콘밸리 시애틀 San Francisco Seattle',
  'America/Toronto': '토론토',
  'Europe/London': '런던',
  'Europe/Paris': '파리',
  'Europe/Berlin': '베를린 뮌헨 Munich',
  'Europe/Amsterdam': '암스테르담',
  'Asia/Tokyo': '도쿄 일본',
  'Asia/Singapore': '싱가포르',
  'Asia/Shanghai': '상하이 베이징 선전 Beijing Shenzhen',
  'Asia/Hong_Kong': '홍콩',
  'Asia/Taipei': '타이베이',
  'Asia/Kolkata': '인도 뭄바이 델리 벵갈루루 Mumbai Delhi Bengaluru',
  'Asia/Ho_Chi_Minh': '호찌민 베트남 Vietnam',
  'Europe/Kyiv': '키이우',
  'Asia/Dubai': '두바이',
  'Asia/Jerusalem': '텔아비브 예루살렘 Tel Aviv',
  'Australia/Sydney': '시드니',
};

/**
 * Every zone the server knows, so that a browser with other names cannot offer one that would be refused. The well-known
 * ones stand first, so that `lon` finds London before Longyearbyen.
 */
export function zoneOptions(): ComboboxOption[] {
  const isUnknown = (zone: string) => Number(!(zone in KNOWN_AS));
  const zones = currentZones().toSorted((a, b) => isUnknown(a) - isUnknown(b));
  return zones.map((value) => ({
    value,
    label: value,
    keywords: `${value.replaceAll('_', ' ')} ${formerName(value)} ${KNOWN_AS[value] ?? ''}`,
  }));
}
