import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Messages } from '@/lib/platform/catalogue';

export type Namespace = keyof Messages;

/** What every page's client components may use; anything else is named by the page that needs it. */
const ALWAYS: readonly Namespace[] = ['common', 'error', 'ui'];

/**
 * Hands client components below it the messages of `namespaces` and no others, so that a page ships only the
 * words it says. Put it around the client part of a page: `<ClientMessages namespaces={['pair']}>`.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const messages = (await getMessages()) as Messages;
  const wanted = Object.fromEntries([...ALWAYS, ...namespaces].map((name) => [name, messages[name]]));
  return <NextIntlClientProvider messages={wanted}>{children}</NextIntlClientProvider>;
}
