import { describe, expect, it } from 'vitest';
import { attachmentOf, fileNameFor, sizeText } from './rules';

describe('the name of a file', () => {
  it('ends as its content says', () => {
    expect(fileNameFor('deck.PDF', 'application/pdf')).toBe('deck.PDF');
    expect(fileNameFor('photo.jpeg', 'image/jpeg')).toBe('photo.jpeg');
    expect(fileNameFor('deck.html', 'application/pdf')).toBe('deck.html.pdf');
    expect(fileNameFor('pdf', 'application/pdf')).toBe('pdf.pdf');
    expect(fileNameFor('', 'image/png')).toBe('file.png');
  });

  it('travels whole, and cannot leave its place in the header', () => {
    expect(attachmentOf('회사 소개.pdf')).toBe(
      `attachment; filename="_ _.pdf"; filename*=UTF-8''%ED%9A%8C%EC%82%AC%20%EC%86%8C%EA%B0%9C.pdf`,
    );
    const header = attachmentOf('a"\r\nSet-Cookie: x=1;.pdf');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header.match(/"/g)).toHaveLength(2);
  });
});

it('a size is read at a glance', () => {
  expect([900, 1536, 15 * 1024 * 1024 + 300_000].map(sizeText)).toEqual(['1 KB', '2 KB', '15.3 MB']);
});
