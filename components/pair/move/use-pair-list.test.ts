import { afterEach, expect, it, vi } from 'vitest';
import { loadRest, type Rest } from './use-pair-list';

afterEach(() => vi.unstubAllGlobals());

const page = (ids: string[], nextCursor: string | null) =>
  new Response(JSON.stringify({ items: ids.map((id) => ({ id })), nextCursor }));
const first: Rest = { items: [], cursor: 'one', isBroken: false };

async function load(from: Rest, ...answers: Response[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(new URL(path, 'http://x').searchParams.get('cursor') ?? '');
    return answers.shift();
  });
  const seen: Rest[] = [];
  await loadRest('boston', '', from, new AbortController().signal, (rest) => seen.push(rest));
  return { last: seen.at(-1) ?? from, asked };
}

it('7.26 a page of pairs that is refused is told, and the next try goes on from it', async () => {
  const refused = new Response(JSON.stringify({ status: 429, code: 'too_many' }), { status: 429 });
  const broken = await load(first, page(['a', 'b'], 'two'), refused);
  expect(broken.asked).toEqual(['one', 'two']);
  expect(broken.last).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }], cursor: 'two', isBroken: true });

  const again = await load(broken.last, page(['c'], null));
  expect(again.asked).toEqual(['two']);
  expect(again.last).toMatchObject({
    items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    cursor: null,
    isBroken: false,
  });
});
