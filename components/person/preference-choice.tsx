'use client';

import { useOperation } from '@/components/form/use-operation';
import { LOCALE_COOKIE, type Locale, THEME_COOKIE } from '@/lib/core/locale';
import type { Theme } from '@/lib/core/scope';
import { personOperations } from '@/lib/person/operations';

const LASTS_SECONDS = 400 * 24 * 60 * 60;

type Choice<Value extends string> = { value: Value; label: string };
type Props = { label: string; className?: string } & (
  | { of: 'locale'; now: Locale; choices: readonly Choice<Locale>[] }
  | { of: 'theme'; now: Theme; choices: readonly Choice<Theme>[] }
);

/** Changes the language or the light of everything one reads: at once, and it stays with the person. */
export function usePreference() {
  const locale = useOperation(personOperations.chooseLocale, { tells: 'toast' });
  const theme = useOperation(personOperations.chooseTheme, { tells: 'toast' });
  const choose = async (of: 'locale' | 'theme', value: Locale | Theme, now: Locale | Theme) => {
    keep(of, value);
    const answer =
      of === 'locale'
        ? await locale.run({ locale: value as Locale })
        : await theme.run({ theme: value as Theme });
    if (!answer.ok) keep(of, now);
  };
  return { choose };
}

export function PreferenceChoice({ label, of, now, choices, className }: Props) {
  const { choose } = usePreference();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="pb-1.5 text-sm font-medium">{label}</legend>
      <div className={`ui-segments ${className ?? 'justify-self-start'}`}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="button"
            name={of}
            value={choice.value}
            lang={of === 'locale' ? choice.value : undefined}
            aria-current={choice.value === now ? 'true' : undefined}
            className="ui-segment flex-1 justify-center"
            onClick={() => void choose(of, choice.value, now)}
          >
            {choice.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** For the page that is read anew: this browser shows it from now on. */
function keep(of: 'locale' | 'theme', value: string): void {
  const name = of === 'locale' ? LOCALE_COOKIE : THEME_COOKIE;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${LASTS_SECONDS}; SameSite=Lax`;
}
