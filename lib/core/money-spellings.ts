import { CURRENCIES, type Currency, koreanUnit } from './currencies';

/** The currencies a dollar sign may stand for; where none of them was chosen it is the American one. */
const DOLLARS: Currency[] = ['USD', 'AUD', 'CAD', 'HKD', 'NZD', 'SGD', 'TWD'];
/** Japanese and Chinese prices carry one sign; neither is the likelier one. */
const YEN_OR_YUAN: Currency[] = ['JPY', 'CNY'];

const OTHER_SPELLINGS: Record<string, Currency | Currency[]> = {
  $: DOLLARS,
  달러: DOLLARS,
  불: DOLLARS,
  dollar: DOLLARS,
  dollars: DOLLARS,
  '¥': YEN_OR_YUAN,
  us$: 'USD',
  u$: 'USD',
  us달러: 'USD',
  us불: 'USD',
  미화: 'USD',
  '미국 달러': 'USD',
  '미 달러': 'USD',
  '₩': 'KRW',
  won: 'KRW',
  원화: 'KRW',
  원정: 'KRW',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  yen: 'JPY',
  円: 'JPY',
  엔화: 'JPY',
  일본엔: 'JPY',
  yuan: 'CNY',
  rmb: 'CNY',
  元: 'CNY',
  위안화: 'CNY',
  위엔: 'CNY',
  '₹': 'INR',
  '₫': 'VND',
  '฿': 'THB',
  바트: 'THB',
  '₺': 'TRY',
  '₪': 'ILS',
  zł: 'PLN',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  hk$: 'HKD',
  nz$: 'NZD',
  s$: 'SGD',
  nt$: 'TWD',
  r$: 'BRL',
  프랑: 'CHF',
};

const SPELLINGS: [string, Currency[]][] = [
  ...Object.entries(OTHER_SPELLINGS).map(([name, named]): [string, Currency[]] => [
    name.replace(' ', ''),
    [named].flat(),
  ]),
  ...(Object.keys(CURRENCIES) as Currency[]).flatMap((code): [string, Currency[]][] => {
    const korean = koreanUnit(code)?.replace(/\s/g, '');
    const own: [string, Currency[]] = [code.toLowerCase(), [code]];
    // A bare 달러 may be any dollar, so it stands in the table above.
    return korean && korean !== '달러' ? [own, [korean, [code]]] : [own];
  }),
].sort(([a], [b]) => b.length - a.length);

export type SpelledCurrency = {
  /** The text without the names and signs of its currency. */
  rest: string;
  /** The currencies it may mean, the likeliest first; null where none is spelled, empty where two contradict. */
  currencies: Currency[] | null;
  /** A Korean name stands at the end, as in `3억 5,000원`: the figure before it is in whole units of the currency. */
  isNamedAtEnd: boolean;
};

/** Takes `₩`, `USD`, `만불`'s `불`, `US$` … from both ends of a text in the form of `plainText`. */
export function spelledCurrency(text: string): SpelledCurrency {
  let rest = text;
  let currencies: Currency[] | null = null;
  let isNamedAtEnd = false;
  for (let found = spellingIn(rest); found; found = spellingIn(rest)) {
    const [name, named, atEnd] = found;
    rest = (atEnd ? rest.slice(0, -name.length) : rest.slice(name.length)).trim();
    if (atEnd && /\p{Script=Hangul}$/u.test(name)) isNamedAtEnd = true;
    currencies = currencies ? currencies.filter((each) => named.includes(each)) : named;
  }
  return { rest, currencies, isNamedAtEnd };
}

function spellingIn(text: string): [string, Currency[], boolean] | null {
  for (const [name, named] of SPELLINGS) {
    if (text.length <= name.length) continue;
    if (text.startsWith(name)) return [name, named, false];
    if (text.endsWith(name)) return [name, named, true];
  }
  return null;
}

/** Of several currencies of one sign the chosen one; a dollar without a choice is the American one; else all of them. */
export function meantCurrencies(spelled: Currency[] | null, chosen: Currency): Currency[] {
  if (spelled === null || spelled.includes(chosen)) return [chosen];
  return spelled.includes('USD') ? ['USD'] : spelled;
}
