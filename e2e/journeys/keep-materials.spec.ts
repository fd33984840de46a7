import { expect, expectAccessible, PROGRAM, pairsOf, test } from '../support/test';

/* Materials and logo of a startup, and the evidence of an amount, from the choice of a file to reading it. */

/** A PDF with a line of text on each page. */
function pdf(lines: readonly string[]): Buffer {
  const pages = lines.map((line, n) => {
    const text = `BT /F1 24 Tf 60 160 Td (${line}) Tj ET`;
    const [page, content] = [4 + n * 2, 5 + n * 2];
    return `${page} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 480 270]/Resources<</Font<</F1 3 0 R>>>>/Contents ${content} 0 R>>endobj
${content} 0 obj<</Length ${text.length}>>stream\n${text}\nendstream endobj`;
  });
  const kids = lines.map((_, n) => `${4 + n * 2} 0 R`).join(' ');
  return Buffer.from(`%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Count ${lines.length}/Kids[${kids}]>>endobj
3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
${pages.join('\n')}
trailer<</Root 1 0 R>>
%%EOF`);
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const words = {
  ko: {
    ...{
      add: '추가할 파일 선택',
      delete: '삭제',
      undo: '실행 취소',
      next: '다음 쪽',
      logo: '로고 이미지 선택',
    },
    ...{ record: '금액 기록', amount: '금액', evidence: '증빙 파일 선택', save: '저장', close: '닫기' },
    ...{ log: /전체 기록|기록 .*건/, refused: /이 형식의 파일은 받지 않습니다/ },
  },
  en: {
    ...{ add: 'Choose a file to add', delete: 'Delete', undo: 'Undo', next: 'Next page' },
    ...{ logo: 'Choose an image for the logo', record: 'Record amount', amount: 'Amount' },
    ...{ evidence: 'Choose a file as evidence', save: 'Save', close: 'Close', log: /All .* entr/ },
    refused: /This kind of file is not accepted/,
  },
};

test('a startup hands out a deck, and the office reads it page by page', async ({ as, language }, info) => {
  const t = words[language];
  const name = `deck ${info.project.name} ${Date.now()}.pdf`;
  const startup = await as('startup');
  const [pair] = await pairsOf(startup, 'limit=1');
  const path = `${PROGRAM}/startups/${pair?.startup.id}`;
  await startup.goto(path);
  await startup
    .getByLabel(t.add)
    .setInputFiles({ name: 'deck.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg/>') });
  await expect(startup.getByText(t.refused)).toBeVisible();
  await startup
    .getByLabel(t.add)
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf(['Robots for hospitals', 'The team']) });
  await expect(startup.getByRole('button', { name, exact: true })).toBeVisible();

  const office = await as('officer');
  await office.goto(path);
  await office.getByRole('button', { name, exact: true }).click();
  const dialog = office.getByRole('dialog');
  await expect(dialog.getByText('Robots for hospitals')).toBeAttached();
  await expect(dialog.locator('canvas')).toBeVisible();
  await expectAccessible(office);
  await dialog.getByRole('button', { name: t.next }).click();
  await expect(dialog.getByText('The team')).toBeAttached();
  await office.keyboard.press('ArrowLeft');
  await expect(dialog.getByText('Robots for hospitals')).toBeAttached();
  await dialog.getByRole('button', { name: t.close }).click();

  // A browser that follows the address itself gets a download, and nothing that runs.
  const { items } = await (
    await office.request.get(`/api/v1${PROGRAM}/files?startupId=${pair?.startup.id}`)
  ).json();
  const { id } = items.find((file: { name: string }) => file.name === name);
  const content = await office.request.get(`/api/v1${PROGRAM}/files/${id}/content`);
  expect(content.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'content-disposition': expect.stringMatching(/^attachment; /),
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  const rival = await as('rival');
  expect((await rival.request.get(`/api/v1${PROGRAM}/files/${id}/content`)).status()).toBe(404);

  await startup
    .getByRole('button', { name: new RegExp(name) })
    .last()
    .click();
  await startup.getByRole('menuitem', { name: t.delete }).click();
  await expect(startup.getByRole('button', { name, exact: true })).toBeHidden();
  await startup.getByRole('button', { name: t.undo }).click();
  await expect(startup.getByRole('button', { name, exact: true })).toBeVisible();

  await startup.getByLabel(t.logo).setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PNG });
  await expect(startup.locator('h1 img')).toBeVisible();
  await office.reload();
  await expect(office.locator('h1 img')).toBeVisible();
});

test('an amount holds the file that shows it', async ({ as, language }, info) => {
  const t = words[language];
  const office = await as('officer');
  const [pair] = await pairsOf(office, 'stage=follow_up&status=open&limit=1');
  await office.goto(`${PROGRAM}/pairs/${pair?.id}`);
  await office.getByRole('button', { name: t.record }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel(t.amount, { exact: true }).fill('USD 1.2M');
  const name = `term sheet ${info.project.name} ${Date.now()}.pdf`;
  await dialog
    .getByLabel(t.evidence)
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf([name]) });
  await dialog.getByRole('button', { name: t.save }).click();
  await expect(office.getByRole('button', { name }).first()).toBeVisible();
});
