'use client';

import { useEffect } from 'react';
import { LAST_PROGRAM_COOKIE } from '@/lib/core/locale';

const A_YEAR = 365 * 24 * 60 * 60;

/** Lets the first page open where this browser was last. */
export function RememberProgram({ slug }: { slug: string }) {
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: a page cannot set a cookie while it renders, and cookieStore is not everywhere
    document.cookie = `${LAST_PROGRAM_COOKIE}=${slug}; path=/; max-age=${A_YEAR}; samesite=lax`;
  }, [slug]);
  return null;
}
