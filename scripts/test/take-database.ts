import type { Template, ThrowawayDatabase } from '@/scripts/database/throwaway';

export type TestDatabase = { ownerUrl: string; appUrl: string; drop(): Promise<void> };

/** One database of the server at `url` (see database-server.ts), for whoever asks and nobody else. */
export async function takeDatabase(url: string, template: Template): Promise<TestDatabase> {
  const answer = await fetch(`${url}/${template}`, { method: 'POST' });
  if (!answer.ok) throw new Error(await answer.text());
  const { name, ownerUrl, appUrl } = (await answer.json()) as ThrowawayDatabase;
  const drop = async () => {
    await fetch(`${url}/${name}`, { method: 'DELETE' });
  };
  return { ownerUrl, appUrl, drop };
}
