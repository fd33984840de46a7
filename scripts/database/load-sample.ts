import { seedSample } from '@/prisma/seed';
import { main } from '@/scripts/problem';

await main(async () => {
  const appUrl = process.env.DATABASE_APP_URL;
  if (!appUrl) throw new Error('DATABASE_APP_URL is missing.');
  await seedSample({ appUrl, log: (line) => console.log(line) });
  return 0;
});
