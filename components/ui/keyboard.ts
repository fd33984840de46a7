type Pressed = Pick<KeyboardEvent, 'key' | 'code'>;
type Composed = Pick<KeyboardEvent, 'isComposing' | 'keyCode'>;

/** What the keys of a Korean keyboard (두벌식) write, by the Latin letter on the same key. */
const JAMO = 'ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ';
const SHIFTED: Record<string, string> = { ㅃ: 'q', ㅉ: 'w', ㄸ: 'e', ㄲ: 'r', ㅆ: 't', ㅒ: 'o', ㅖ: 'p' };

/** The Latin letter of one sign of a Korean keyboard, or null. */
export function latinOf(sign: string): string | null {
  const at = sign === '' ? -1 : JAMO.indexOf(sign);
  return at >= 0 ? String.fromCharCode('a'.charCodeAt(0) + at) : (SHIFTED[sign] ?? null);
}

/**
 * The Latin letter, in lower case, of a key that was pressed as a shortcut: the same on a Korean keyboard, and where an
 * input method keeps the sign to itself (`Process`). Null for everything that is no letter.
 */
export function letterOf({ key, code }: Pressed): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const isKept = key === 'Process' || key === 'Unidentified' || key === 'Dead';
  return isKept ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null) : latinOf(key);
}

/** The sign a key writes, also where an input method keeps it to itself: `?` and `/` are told by their place. */
export function pressedSign({ key, code, shiftKey = false }: Pressed & { shiftKey?: boolean }): string {
  if ((key === 'Process' || key === 'Unidentified') && code === 'Slash') return shiftKey ? '?' : '/';
  return key;
}

/**
 * Whether the key belongs to a syllable that is still being composed: its Enter or Escape is not meant for the page.
 * Safari sends that key after the composition has ended and marks it by the code 229 alone.
 */
export function isComposing({ nativeEvent }: { nativeEvent: Composed }): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}

/**
 * The same for a key outside of fields, which an input method may keep without composing anything: a shortcut all the same.
 */
export function isMidSyllable(event: Pick<KeyboardEvent, 'isComposing'>): boolean {
  return event.isComposing;
}
