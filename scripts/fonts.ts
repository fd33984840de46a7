/**
 * Cuts Pretendard GOV (from krds-uiux, OFL 1.1) into the woff2 files of public/fonts and writes app/fonts.css.
 * Run after the interface text has grown: `tsx scripts/fonts.ts`. The output is committed.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';

const SOURCE = 'node_modules/krds-uiux/resources/fonts';
const OUT = 'public/fonts';
const WEIGHTS = [
  { name: 'Regular', weight: 400 },
  { name: 'Medium', weight: 500 },
  { name: 'Bold', weight: 700 },
];
/** Where the interface's own words live: what they use is one small file, the rest is fetched only when met. */
const TEXT_SOURCES = ['messages/ko', 'prisma/sample', 'node_modules/krds-uiux/html/code'];
/** Syllables of the commonest family and given names: people appear on every screen. */
const NAMES =
  '김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국' +
  '준수영호은혜경희미나라예빈재훈동철광상병승규태형환식찬웅범혁건율람솔봄별슬온새롬빛겸담결완욱택균섭렬창익용춘순자숙분복덕말필달빈린아리엘림루비';
const FEATURES = ['calt', 'ccmp', 'locl', 'pnum', 'case', 'kern', 'mark', 'mkmk', 'liga', 'cv12'];

type Slice = { name: string; codePoints: number[]; unicodeRange: string };

async function textBelow(path: string): Promise<string> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /\.(json|ts|html)$/.test(entry.name));
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
  return texts.join('');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The 2,350 syllables of KS X 1001: rows B0 to C8 of EUC-KR. */
function commonSyllables(): number[] {
  const decoder = new TextDecoder('euc-kr');
  const bytes = range(0xb0, 0xc8).flatMap((row) => range(0xa1, 0xfe).map((cell) => [row, cell]));
  return bytes.map((pair) => decoder.decode(new Uint8Array(pair)).codePointAt(0) ?? 0);
}

/** `U+ac00,U+ac01-ac04`: neighbours are joined, so that the style sheet stays short. */
function unicodeRange(codePoints: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const point of [...codePoints].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([a, b]) => `U+${a.toString(16)}${a === b ? '' : `-${b.toString(16)}`}`).join(',');
}

async function slices(): Promise<Slice[]> {
  const latin = [...range(0x20, 0x7e), ...range(0xa0, 0xff), ...range(0x2010, 0x2027), 0x2030, 0x2032, 0x2033]
    .concat([0x2039, 0x203a, 0x20a9, 0x20ac, 0x2122, 0x2212, 0x2260, 0x2264, 0x2265])
    .concat(range(0x2190, 0x2193), [0x25cb, 0x25cf, 0x2713, 0x2717, 0x300c, 0x300d]);
  const extra = [...range(0x100, 0x24f), ...range(0x2b0, 0x1fff), ...range(0x2000, 0x2bff)]
    .concat(range(0x3000, 0x318f), range(0xff00, 0xffef))
    .filter((point) => !latin.includes(point));
  const text = (await Promise.all(TEXT_SOURCES.map(textBelow))).join('') + NAMES;
  const used = new Set([...text].map((char) => char.codePointAt(0) ?? 0));
  const words = commonSyllables().filter((point) => used.has(point));
  const others = range(0xac00, 0xd7a3).filter((point) => !words.includes(point));
  // The later face wins where ranges overlap: the big one first with one wide range, the small ones last.
  return [
    { name: 'extra', codePoints: extra, unicodeRange: 'U+100-24f,U+2b0-2bff,U+3000-318f,U+ff00-ffef' },
    { name: 'hangul', codePoints: others, unicodeRange: 'U+ac00-d7a3' },
    { name: 'words', codePoints: words, unicodeRange: unicodeRange(words) },
    { name: 'latin', codePoints: latin, unicodeRange: unicodeRange(latin) },
  ];
}

const FALLBACK = `/* Local faces stretched to Pretendard's metrics, so that nothing jumps when the real one arrives. */
@font-face{font-family:"Pretendard Fallback";src:local("Apple SD Gothic Neo"),local("AppleSDGothicNeo-Regular"),local("Roboto"),local("Segoe UI"),local("Arial");ascent-override:95.2%;descent-override:24.1%;line-gap-override:0%}
@font-face{font-family:"Pretendard Fallback KR";src:local("Malgun Gothic"),local("Noto Sans KR"),local("Noto Sans CJK KR"),local("NanumGothic");size-adjust:94%;ascent-override:101.3%;descent-override:25.6%;line-gap-override:0%}
`;

async function main(): Promise<void> {
  await mkdir(OUT, { recursive: true });
  const parts = await slices();
  let css = `/* Written by scripts/fonts.ts. Pretendard GOV, SIL Open Font License 1.1, see public/fonts/OFL.txt. */\n${FALLBACK}`;
  for (const { name, weight } of WEIGHTS) {
    const source = await readFile(join(SOURCE, `PretendardGOV-${name}.subset.woff2`));
    for (const slice of parts) {
      const text = String.fromCodePoint(...slice.codePoints);
      const font = await subsetFont(source, text, {
        targetFormat: 'woff2',
        keepFeatures: FEATURES,
        noHinting: true,
      });
      const file = `pretendard-gov-${weight}-${slice.name}.woff2`;
      await writeFile(join(OUT, file), font);
      console.log(`${file} ${font.byteLength}`);
      css += `@font-face{font-family:"Pretendard GOV";font-style:normal;font-weight:${weight};font-display:swap;src:url("/fonts/${file}") format("woff2");unicode-range:${slice.unicodeRange}}\n`;
    }
  }
  await writeFile('app/fonts.css', css);
}

await main();
