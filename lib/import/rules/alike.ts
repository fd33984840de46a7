import { nameKey } from '@/lib/core/text';

/** What firms put around a name, in both languages. */
const LEGAL_FORMS =
  /\(주\)|㈜|주식회사|유한회사|\b(?:co|inc|ltd|llc|llp|lp|corp|corporation|company|limited|gmbh|plc|pte)\b\.?/giu;

/** A name without its legal form, spaces and signs: two names of one core may be one firm. */
function nameCore(name: string): string {
  return nameKey(name)
    .replace(LEGAL_FORMS, '')
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}

/**
 * All texts that are `core` with one letter less, and itself: two cores with one in common differ by one slip. Digits stay:
 * `Fund 7` and `Fund 8` are two funds.
 */
function slipsOf(core: string): string[] {
  const letters = [...core.normalize('NFD')];
  if (letters.length < 5 || letters.length > 40) return [core];
  return [
    core,
    ...letters.flatMap((letter, index) =>
      /\d/.test(letter) ? [] : [...letters.slice(0, index), ...letters.slice(index + 1)].join(''),
    ),
  ];
}

/** Finds names that are nearly the same: another legal form, another spacing, one letter (or one jamo) more, less or other. */
export class AlikeNames<T> {
  private readonly bySlip = new Map<string, T>();

  add(name: string, value: T): void {
    for (const slip of slipsOf(nameCore(name)))
      if (slip !== '' && !this.bySlip.has(slip)) this.bySlip.set(slip, value);
  }

  find(name: string): T | undefined {
    for (const slip of slipsOf(nameCore(name))) {
      const found = slip === '' ? undefined : this.bySlip.get(slip);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
