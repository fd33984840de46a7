/**
 * The ISO 4217 currencies a program may use: digits after the point of the minor unit, and the Korean name where
 * Koreans say it after a number (`120만 달러`); the others are written with their code.
 */
export const CURRENCIES = {
  AED: { digits: 2, ko: '디르함' },
  AUD: { digits: 2, ko: '호주 달러' },
  BHD: { digits: 3 },
  BRL: { digits: 2 },
  CAD: { digits: 2, ko: '캐나다 달러' },
  CHF: { digits: 2, ko: '스위스 프랑' },
  CLP: { digits: 0 },
  CNY: { digits: 2, ko: '위안' },
  CZK: { digits: 2 },
  DKK: { digits: 2 },
  EUR: { digits: 2, ko: '유로' },
  GBP: { digits: 2, ko: '파운드' },
  HKD: { digits: 2, ko: '홍콩 달러' },
  HUF: { digits: 2 },
  IDR: { digits: 2 },
  ILS: { digits: 2 },
  INR: { digits: 2, ko: '루피' },
  JPY: { digits: 0, ko: '엔' },
  KRW: { digits: 0, ko: '원' },
  KWD: { digits: 3 },
  MXN: { digits: 2 },
  MYR: { digits: 2 },
  NOK: { digits: 2 },
  NZD: { digits: 2, ko: '뉴질랜드 달러' },
  PHP: { digits: 2 },
  PLN: { digits: 2 },
  SAR: { digits: 2 },
  SEK: { digits: 2 },
  SGD: { digits: 2, ko: '싱가포르 달러' },
  THB: { digits: 2 },
  TRY: { digits: 2 },
  TWD: { digits: 2, ko: '대만 달러' },
  USD: { digits: 2, ko: '달러' },
  VND: { digits: 0, ko: '동' },
  ZAR: { digits: 2 },
} as const satisfies Record<string, { digits: number; ko?: string }>;

/** A code of the table above, e.g. `KRW`. */
export type Currency = keyof typeof CURRENCIES;

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCIES, code);
}

/** Digits of the minor unit: 0 for KRW, 2 for USD. */
export function fractionDigits(currency: Currency): number {
  return CURRENCIES[currency].digits;
}

/** What Koreans say after the number, e.g. `달러`; null where the code is written instead. */
export function koreanUnit(currency: Currency): string | null {
  const entry = CURRENCIES[currency];
  return 'ko' in entry ? entry.ko : null;
}
