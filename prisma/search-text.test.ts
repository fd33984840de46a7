import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchKey, searchText } from '@/lib/core/hangul';
import { ownDatabase } from '@/scripts/test/own-database';
import { smallProgram } from '@/scripts/test/small-program';

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

  it('does so with plain ASCII too, which it takes by a shorter way', async () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'aZ09 %_\\\t.-&()'), minLength: 1, maxLength: 12 });
    for (const [name, other] of fc.sample(fc.tuple(ascii, texts), 200)) {
      const made = new Set((await inDatabase([name, other])).split('\n'));
      expect(made).toEqual(new Set(searchText(name, other).split('\n')));
    }
  });

  it('is kept of each table that is searched, whoever writes it', async () => {
    const { owner } = database;
    const { stepOne, firm7, jiwoo, programId, pairOf } = await smallProgram(database.ownerUrl);
    const write = (table: string, id: string, columns: Record<string, unknown>) =>
      owner.query(
        `update ${table} set ${Object.keys(columns).map((name, at) => `${name} = $${at + 2}`)} where id = $1`,
        [id, ...Object.values(columns)],
      );
    const pairId = pairOf(stepOne, firm7);
    const said = {
      name: '괜찮은 회사',
      name_en: 'Quite Well',
      sector: 'ai',
      summary: '값',
      summary_en: 'a b',
    };
    await write('startup', stepOne, said);
    await write('investor', firm7, { name: '한빛 VC', city: 'Boston', focus: ['ai', '의료'], summary: '' });
    await write('contact', jiwoo, { name: '김지우', name_en: 'Jiwoo', title: '이사' });
    await write('pair', pairId, { next_step: 'NDA 보내기' });
    await owner.query(
      `insert into note (program_id, id, startup_id, pair_id, body, visibility, side, created_at)
       values ($1, gen_random_uuid(), $2, $3, '좋았음', 'program', 'program', now())`,
      [programId, stepOne, pairId],
    );
    const kept = async (table: string, id: string, column = 'id') => {
      const { rows } = await owner.query(`select search_text from ${table} where ${column} = $1`, [id]);
      return rows[0].search_text;
    };
    const expected = (...parts: string[]) => parts.map((part) => searchText(part)).join('\n');
    expect(await kept('startup', stepOne)).toBe(expected(...Object.values(said)));
    expect(await kept('investor', firm7)).toBe(expected('한빛 VC', 'Boston', 'ai', '의료'));
    expect(await kept('contact', jiwoo)).toBe(expected('김지우', 'Jiwoo', '이사'));
    expect(await kept('pair', pairId)).toBe(expected('NDA 보내기'));
    expect(await kept('note', pairId, 'pair_id')).toBe(expected('좋았음'));
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
