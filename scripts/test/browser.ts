import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { Problem } from '@/scripts/problem';
import { ROOT } from '@/scripts/serve/settings';

const ON_THE_MACHINE = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Chromium is not to look for updates, or for anything else beyond the page. */
const ARGS = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * How to launch a browser: Playwright's own, else one on the machine, else one that can be installed here. Found once;
 * processes started afterwards read it from the environment.
 */
export async function findBrowser(): Promise<LaunchOptions> {
  const known = process.env.ROUNDTABLE_BROWSER;
  const executablePath = known ?? search() ?? '';
  process.env.ROUNDTABLE_BROWSER = executablePath;
  const args = process.getuid?.() === 0 ? [...ARGS, '--no-sandbox'] : ARGS;
  // Where the machine names no language, Chromium gives up Hangul in the names of files.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return executablePath ? { executablePath, args, env } : { args, env };
}

/** A path; '' is Playwright's own browser, which it finds itself. */
function search(): string {
  const found = playwrights() ?? onTheMachine() ?? downloaded() ?? fromDebian();
  if (found !== null) return found;
  throw new Problem(
    'No browser was found and none could be installed; install Chromium or Chrome and try again.',
  );
}

function playwrights(): '' | null {
  return existsSync(chromium.executablePath()) && works(chromium.executablePath()) ? '' : null;
}

function onTheMachine(): string | null {
  const found = ON_THE_MACHINE.map(whereIs).find((file) => file !== null && works(file));
  return found ?? null;
}

function downloaded(): '' | null {
  console.log('Looking for a browser to download …');
  const playwright = path.join(ROOT, 'node_modules/playwright/cli.js');
  run(process.execPath, [playwright, 'install', 'chromium'], 120);
  return playwrights();
}

function fromDebian(): string | null {
  if (process.getuid?.() !== 0 || whereIs('apt-get') === null) return null;
  console.log('Installing Chromium from Debian …');
  run('apt-get', ['update'], 120);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], 600);
  return onTheMachine();
}

function whereIs(name: string): string | null {
  if (path.isAbsolute(name)) return existsSync(name) ? name : null;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null;
}

/** A downloaded browser may lack the libraries it needs. */
function works(file: string): boolean {
  return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function run(command: string, args: string[], seconds: number): void {
  spawnSync(command, args, {
    stdio: 'ignore',
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '' },
  });
}
