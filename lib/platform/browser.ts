import 'server-only';
import { cookies } from 'next/headers';
import { LAST_PROGRAM_COOKIE, THEME_COOKIE } from '@/lib/core/locale';
import type { ProgramEntry, Theme, Viewer } from '@/lib/core/scope';

/** What this browser shows; a person's own choice is put there when they sign in. */
export async function requestTheme(): Promise<Theme> {
  const theme = (await cookies()).get(THEME_COOKIE)?.value;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** The program that this browser showed last, else the viewer's newest one; none where they have none. */
export async function lastProgram({ programs }: Viewer): Promise<ProgramEntry | undefined> {
  const slug = (await cookies()).get(LAST_PROGRAM_COOKIE)?.value;
  return programs.find((entry) => entry.slug === slug) ?? programs[0];
}
