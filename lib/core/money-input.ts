import { type Currency, fractionDigits } from './currencies';
import { koreanFigures } from './korean-figures';
import { meantCurrencies, spelledCurrency } from './money-spellings';
import { figureOf, plainText, withoutSign } from './number-input';
import { LONGEST_FIGURE, scaledBy, scaledFigure } from './scaled';

/** One way to read a text: minor units of a currency. */
export type ReadMoney = { minor: bigint; currency: Currency };
type MoneyInput =
  | ({ ok: true } & ReadMoney)
  | { ok: false; reason: 'ambiguous'; readings: ReadMoney[] }
  | { ok: false; reason: 'empty' | 'not_a_number' | 'too_precise' | 'too_large' | 'negative' };
type Refused = Extract<MoneyInput, { ok: false }>['reason'];

/** The most that one entry may hold, in minor units: 1,000조 won, 10 trillion dollars. */
const MOST = 10n ** 15n;

/** A sentence's end after a unit, as in `3억.`; after a digit it might be a decimal mark on its way. */
const FULL_STOP = /(?<=[^\d.,])[.。]$/;

const ENGLISH: Record<string, number> = {
  k: 3,
  thousand: 3,
  m: 6,
  mm: 6,
  mn: 6,
  mil: 6,
  million: 6,
  b: 9,
  bn: 9,
  billion: 9,
  t: 12,
  tn: 12,
  trillion: 12,
};

/**
 * What a person typed or pasted, in minor units: `210억`, `3억 2천만`, `12억5천`, `300만 달러`, `$3M`, `1,000,000`. Both
 * languages' spellings are read in both. A currency that is spelled in the text decides; otherwise it is the `chosen`
 * one. What people read in two ways (`3억 5000`, `¥500`) is `ambiguous` with its readings, and nobody guesses.
 */
export function parseMoneyInput(text: string, chosen: Currency): MoneyInput {
  const plain = plainText(text.slice(0, 4 * LONGEST_FIGURE));
  if (plain === '') return refused('empty');
  if (plain === null || plain.length > LONGEST_FIGURE) return refused('not_a_number');
  const { body, negative } = withoutSign(plain.replace(/^일?금(?=.)/, '').replace(FULL_STOP, ''));
  const { rest, currencies, isNamedAtEnd } = spelledCurrency(body);
  const found = meantCurrencies(currencies, chosen).flatMap((currency) =>
    scaledReadings(rest, currency, isNamedAtEnd).map((scaled) => inMinorUnits(scaled, currency)),
  );
  if (found.length === 0) return refused('not_a_number');
  const readings = found.flatMap((each) => (typeof each === 'string' ? [] : [each]));
  const [only] = readings;
  if (!only) return refused(found.find((each) => typeof each === 'string') ?? 'not_a_number');
  if (negative && readings.some(({ minor }) => minor > 0n)) return refused('negative');
  return readings.length > 1 ? { ok: false, reason: 'ambiguous', readings } : { ok: true, ...only };
}

function refused(reason: Exclude<Refused, 'ambiguous'>): MoneyInput {
  return { ok: false, reason };
}

function inMinorUnits(scaled: bigint, currency: Currency): ReadMoney | 'too_precise' | 'too_large' {
  const unit = scaledBy(-fractionDigits(currency));
  if (scaled % unit !== 0n) return 'too_precise';
  const minor = scaled / unit;
  return minor > MOST ? 'too_large' : { minor, currency };
}

/** The text's readings in whole units of the currency, scaled; none where it is no figure. */
function scaledReadings(text: string, currency: Currency, isNamedAtEnd: boolean): bigint[] {
  const found = /^([\d.,'’ ]+)([a-z]*)$/.exec(text);
  if (!found) return koreanFigures(text, isNamedAtEnd);
  const [, digits = '', unit = ''] = found;
  const power = unit ? ENGLISH[unit] : 0;
  const figure = figureOf(digits);
  if (!figure || power === undefined) return [];
  const grouped = scaledFigure(figure.value) * 10n ** BigInt(power);
  // A comma before three digits groups, as both languages print it: three decimals only a dinar has.
  const isDoubtful = figure.otherwise !== undefined && unit === '' && fractionDigits(currency) === 3;
  return isDoubtful ? [grouped, scaledFigure(figure.otherwise ?? '')] : [grouped];
}
