import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { ClientMessages } from '@/components/shell/client-messages';
import { FloatBehaviour } from '@/components/ui/float-behaviour';
import { ToastProvider } from '@/components/ui/toast';
import { THEME_COOKIE } from '@/lib/core/locale';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Roundtable', template: '%s · Roundtable' },
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' } },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#131416' },
  ],
};

/** What almost every line of text needs, fetched beside the style sheet instead of after it. */
const EARLY_FONTS = ['400-latin', '700-latin'];
const EARLY_KOREAN_FONTS = ['400-words', '700-words'];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()]);
  const theme = jar.get(THEME_COOKIE)?.value;
  const fonts = locale === 'ko' ? [...EARLY_FONTS, ...EARLY_KOREAN_FONTS] : EARLY_FONTS;
  for (const font of fonts) {
    preload(`/fonts/pretendard-gov-${font}.woff2`, {
      as: 'font',
      type: 'font/woff2',
      crossOrigin: 'anonymous',
    });
  }
  return (
    <html lang={locale} data-theme={theme === 'light' || theme === 'dark' ? theme : 'system'}>
      <body className="font-sans">
        <noscript>
          <link rel="stylesheet" href="/noscript.css" />
        </noscript>
        <ClientMessages>
          <ToastProvider>{children}</ToastProvider>
        </ClientMessages>
        <FloatBehaviour />
      </body>
    </html>
  );
}
