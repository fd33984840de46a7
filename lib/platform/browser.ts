import 'server-only';
import { cookies } from 'next/headers';
import { THEME_COOKIE } from '@/lib/core/locale';
import type { Theme } from '@/lib/core/scope';

/** What this browser shows; a person's own choice is put there when they sign in. */
export async function requestTheme(): Promise<Theme> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}
