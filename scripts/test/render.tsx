import { cleanup, configure, render } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, type Mock, vi } from 'vitest';
import { HistoryProvider } from '@/components/pair/history/history-context';
import { ToastProvider } from '@/components/ui/toast';
import type { Locale } from '@/lib/core/locale';
import { CATALOGUE } from '@/lib/platform/catalogue';

/** The address and the router that a component under test sees. `route.refresh` is a mock that counts. */
export const route = {
  params: { program: 'sample' } as Record<string, string>,
  path: '/programs/sample',
  query: new URLSearchParams(),
  refresh: vi.fn(),
  push: vi.fn(),
  replace: vi.fn(),
};

vi.mock('next/navigation', () => ({
  useParams: () => route.params,
  usePathname: () => route.path,
  useSearchParams: () => route.query,
  useRouter: () => route,
}));

// On a busy machine a part that loads late takes more than the second that is usual.
configure({ asyncUtilTimeout: 20_000 });

/* What happy-dom lacks of the platform's popovers: they open and close, and tell of it. */
for (const [method, newState] of [
  ['showPopover', 'open'],
  ['hidePopover', 'closed'],
] as const) {
  HTMLElement.prototype[method] ??= function tell(this: HTMLElement) {
    this.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
  };
}

afterEach(() => {
  cleanup();
  for (const mock of [route.refresh, route.push, route.replace]) mock.mockClear();
});

/** Lets `sent` answer the requests of this file's tests. Each begins with none sent, and with the answers `sent` was made with. */
export function answerRequests(sent: Mock<(path: string, init: RequestInit) => Promise<Response>>) {
  beforeEach(() => {
    sent.mockReset();
    vi.stubGlobal('fetch', sent);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
}

/** Renders a component with its words, toasts and a router, as the shell of the app does. The zone is Seoul's. */
export function renderWithMessages(element: ReactElement, locale: Locale = 'en') {
  return render(element, {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale={locale} messages={CATALOGUE[locale]} timeZone="Asia/Seoul">
        <ToastProvider>
          <HistoryProvider>{children}</HistoryProvider>
        </ToastProvider>
      </NextIntlClientProvider>
    ),
  });
}
