import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey, searchText } from '@/lib/core/hangul';
import { ownDatabase } from '@/scripts/test/own-database';

const database = ownDatabase();

const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
const sign = fc.constantFrom(...'abXYZ019 %_\\.éＡ１　ㅋ漢');
const texts = fc
  .array(fc.oneof({ weight: 3, arbitrary: syllable }, sign), { minLength: 1, maxLength: 12 })
  .map((signs) => signs.join(''));

async function inDatabase(parts: readonly string[]): Promise<string> {
  const { rows } = await database.owner.query('select search_text_of(variadic $1::text[]) as text', [parts]);
  return rows[0].text;
}

describe('search_text_of', () => {
  it('makes of names what searchText makes of them, in any composition', async () => {
    const parts = fc.sample(fc.tuple(texts, texts), 300);
    for (const [name, other] of parts) {
      const made = new Set((await inDatabase([name.normalize('NFD'), '', other])).split('\n'));
      expect(made).toEqual(new Set(searchText(name, other).split('\n')));
    }
  });

  it('is found by the whole, by a part and by initials', async () => {
    const text = await inDatabase(['메디픽셀', 'MediPixel']);
    for (const query of ['메디픽셀', '디픽', '메딮', 'ㅁㄷㅍㅅ', 'dipix'])
      expect(text).toContain(searchKey(query));
    for (const query of ['메타', 'ㅁㅍ', 'medix']) expect(text).not.toContain(searchKey(query));
  });
});

describe('trigram_text', () => {
  it('has trigrams of Hangul in a database of any locale', async () => {
    const { rows } = await database.owner.query(
      `select show_trgm(trigram_text($1)) as pieces, trigram_text($1) ~ '^[ -~]*$' as is_ascii`,
      [searchKey('메디픽셀') + searchKey('ㅁㄷㅍㅅ')],
    );
    expect(rows[0].is_ascii).toBe(true);
    expect(rows[0].pieces.length).toBeGreaterThan(8);
  });
});
