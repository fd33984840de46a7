import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { Client } from 'pg';
import { hashPassword } from '../../lib/platform/password';
import { wordsOf } from './words';

export type OwnAccount = { personId: string; email: string; password: string };

/** Somebody of a test's own: what changes how people sign in is not tried on those whom all tests share. Signing in brings their language. */
export async function ownAccount(language: 'ko' | 'en', { isAdmin = false } = {}): Promise<OwnAccount> {
  const [personId, password] = [randomUUID(), `pass-${randomUUID()}`];
  const email = `${personId.slice(0, 8)}@office.example`;
  await asOwner(
    `insert into person (id, email, name, name_en, password_hash, is_admin, locale)
     values ($1, $2, '나그네', 'Traveller', $3, $4, $5)`,
    [personId, email, await hashPassword(password), isAdmin, language],
  );
  return { personId, email, password };
}

/** One statement past every wall. */
export async function asOwner(sql: string, values: unknown[]): Promise<void> {
  const owner = new Client({ connectionString: process.env.E2E_OWNER_URL });
  await owner.connect();
  await owner.query(sql, values);
  await owner.end();
}

/** By the form of the sign-in page; what comes next is the test's to wait for. */
export async function signInWith(page: Page, { email, password }: OwnAccount, language: 'ko' | 'en') {
  const words = wordsOf(language).viewer.signIn;
  await page.getByRole('textbox', { name: words.email, exact: true }).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.submit, exact: true }).click();
}
