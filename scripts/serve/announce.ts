import path from 'node:path';
import { SAMPLE_PASSWORD } from '@/lib/person/rules/sample-people';
import { env } from '@/lib/platform/env';
import type { OpenDatabase } from '@/scripts/database/open';
import type { Settings } from './settings';

/** What a stranger at the console needs to go on: the address, how to get in, where mail goes, how to stop. */
export function announce(settings: Settings, database: OpenDatabase): void {
  const lines = ['', `Roundtable is ready: ${settings.address}`, ''];
  if (database.hasSample && settings.isPrivate) lines.push(...sampleLines());
  else if (database.hasSample)
    lines.push('The sample accounts are switched off: this server is reachable from outside.', '');
  else lines.push('Make the first administrator: npm run admin -- --email you@example.org', '');
  lines.push(mailLine(settings), 'Stop with Ctrl-C.', '');
  console.log(lines.join('\n'));
}

function sampleLines(): string[] {
  return [
    `Sign in with one click per role on the sign-in page, or with the password ${SAMPLE_PASSWORD}:`,
    '  officer@sample.example   chooses pairs, books meetings, runs the day',
    '  startup@sample.example   logs outcomes and amounts of its own meetings',
    '  manager@sample.example   reads the funnel and the amounts',
    '  admin@sample.example     sets up programs and people',
    '  rival@sample.example     another startup, which sees nothing of the first',
    '',
  ];
}

function mailLine(settings: Settings): string {
  return env.SMTP_URL
    ? 'Mail goes out by SMTP_URL.'
    : `Mail is kept as files in ${path.join(settings.dataDir, 'outbox')}`;
}
