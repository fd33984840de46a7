'use client';

import './globals.css';

/** The last net: the layout itself failed, so there are no messages and no language; both are written here. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="ko" data-theme="system">
      <body className="font-sans">
        <title>Roundtable</title>
        <main className="mx-auto grid max-w-2xl gap-4 px-6 py-16">
          <h1 className="text-xl font-bold">화면을 열지 못했습니다.</h1>
          <p>서버에서 문제가 생겼습니다. 저장된 내용은 그대로 있습니다. 다시 시도해 주세요.</p>
          <p lang="en" className="text-ink-2">
            The page could not be opened. What was saved is still there. Please try again.
          </p>
          {error.digest && <p className="text-sm text-ink-2">{error.digest}</p>}
          <p>
            <button
              type="button"
              onClick={reset}
              className="min-h-10 rounded-md bg-action px-4 font-medium text-action-ink"
            >
              다시 시도 <span lang="en">/ Try again</span>
            </button>
          </p>
        </main>
      </body>
    </html>
  );
}
