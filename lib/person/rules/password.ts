import type { Refusal } from '@/lib/core/result';

const SHORTEST_PASSWORD = 10;
const FEWEST_DIFFERENT_LETTERS = 5;

/** What people type when a form asks for ten characters; compared without case, spaces and signs. */
const COMMON = new Set(
  `password password1 password12 password123 password1234 passw0rd123 mypassword thepassword letmein123 welcome123
  welcome1234 administrator admin12345 admin123456 qwertyuiop qwerty1234 qwerty12345 qwerty123456 1q2w3e4r5t 1q2w3e4r5t6y
  q1w2e3r4t5 asdfghjkl1 asdf123456 zxcvbnm123 iloveyou12 iloveyou123 sunshine123 princess123 football123 baseball123
  monkey1234 dragon1234 superman123 trustno1234 1234567890 12345678910 0123456789 9876543210 0987654321 1122334455
  abcd123456 abcdefghij abc1234567 a123456789 123456789a changeme123 roundtable roundtable1 roundtable123 startup123
  samsung1234 korea12345 seoul12345 boston2023 test123456 testtest123 guest12345 비밀번호비밀번호 비밀번호1234 사랑해사랑해`.split(
    /\s+/,
  ),
);

/** Why a new password is refused; empty when it will do. Length is counted in characters as people see them. */
export function refusalsOfPassword(password: string, about: { email: string }): Refusal[] {
  const field = ['password'];
  const letters = [...password.normalize('NFC')];
  if (letters.length < SHORTEST_PASSWORD) {
    return [{ reason: 'password_short', field, params: { min: SHORTEST_PASSWORD } }];
  }
  const plain = letters
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const account = about.email.toLowerCase();
  const names = [account, account.split('@')[0] ?? ''].map((name) => name.replace(/[^\p{L}\p{N}]/gu, ''));
  if (names.includes(plain)) return [{ reason: 'password_is_account', field }];
  if (new Set(letters).size < FEWEST_DIFFERENT_LETTERS || COMMON.has(plain)) {
    return [{ reason: 'password_common', field }];
  }
  return [];
}
