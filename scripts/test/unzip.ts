import { inflateRawSync } from 'node:zlib';

/** The texts inside a zip file by their names, found by its central directory. */
export function unzip(file: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(file);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const found = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(start, start + size);
    const title = bytes.toString('utf8', at + 46, at + 46 + name);
    found.set(title, (method === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return found;
}

export type SheetCell = { type: string; value: string };

/** The cells of a workbook's sheets by their names, `A1` and so on; texts in clear, whichever way they are kept. */
export function readSheets(file: Uint8Array): Map<string, Map<string, SheetCell>> {
  const parts = unzip(file);
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, si = '']) => textOf(si),
  );
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return new Map(
    names.map(([, name = ''], index) => {
      const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
      const cells = [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, attributes = '', inner = '']) => {
          const ref = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
          const type = /t="(\w+)"/.exec(attributes)?.[1] ?? 'n';
          const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? '';
          const told =
            type === 's' ? (shared[Number(value)] ?? '') : type === 'inlineStr' ? textOf(inner) : value;
          return [ref, { type, value: told }] as const;
        },
      );
      return [decode(name), new Map(cells)];
    }),
  );
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => decode(text)).join('');
}

function decode(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&amp;/g, '&');
}
