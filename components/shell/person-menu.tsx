import { CircleUserRound, LogOut } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { PlainForm } from '@/components/form/plain-form';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';

type FormAction = (form: FormData) => void | Promise<void>;
export type PersonMenuProps = {
  viewer: { name: string; email: string };
  theme: 'light' | 'dark' | 'system';
  /** Receives `locale` = ko | en. */
  setLocale: FormAction;
  /** Receives `theme` = light | dark | system. */
  setTheme: FormAction;
  signOut: FormAction;
  /** `rail` labels the button below its icon. */
  look: 'rail' | 'bar';
  children?: React.ReactNode;
};

const LANGUAGES = [
  { value: 'ko', label: '한국어' },
  { value: 'en', label: 'English' },
];

/** Who I am here, in which language and light, and the way out. Plain forms: it works before any script. */
export function PersonMenu({ viewer, theme, setLocale, setTheme, signOut, look, children }: PersonMenuProps) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const themes = [
    { value: 'light', label: t('themeLight') },
    { value: 'dark', label: t('themeDark') },
    { value: 'system', label: t('themeSystem') },
  ];
  const trigger = (
    <>
      <CircleUserRound aria-hidden="true" size={20} strokeWidth={1.75} />
      {look === 'rail' && <span className="shell-nav-label">{viewer.name}</span>}
    </>
  );
  return (
    <Popover
      label={t('person')}
      buttonLabel={t('personOf', { name: viewer.name })}
      trigger={trigger}
      place={look === 'rail' ? 'right' : 'end'}
      triggerClass={look === 'rail' ? 'shell-nav-link' : 'shell-bar-button'}
      className="w-72"
    >
      <div className="grid gap-4">
        <div className="grid">
          <span className="font-bold">{viewer.name}</span>
          <span className="text-sm break-all text-ink-2">{viewer.email}</span>
        </div>
        <Choices label={t('language')} name="locale" action={setLocale} now={locale} items={LANGUAGES} />
        <Choices label={t('theme')} name="theme" action={setTheme} now={theme} items={themes} />
        {children}
        <PlainForm action={signOut} className="border-t border-line pt-3">
          <Button type="submit" tone="quiet" size="sm" wide icon={<LogOut aria-hidden="true" size={16} />}>
            {t('signOut')}
          </Button>
        </PlainForm>
      </div>
    </Popover>
  );
}

type ChoicesProps = {
  label: string;
  name: string;
  action: FormAction;
  now: string;
  items: { value: string; label: string }[];
};

function Choices({ label, name, action, now, items }: ChoicesProps) {
  return (
    <PlainForm action={action} className="grid gap-1.5">
      <fieldset>
        <legend className="pb-1.5 text-xs text-ink-2">{label}</legend>
        <div className="ui-segments w-full">
          {items.map((item) => (
            <button
              key={item.value}
              type="submit"
              name={name}
              value={item.value}
              lang={name === 'locale' ? item.value : undefined}
              aria-current={item.value === now ? 'true' : undefined}
              className="ui-segment flex-1 justify-center"
            >
              {item.label}
            </button>
          ))}
        </div>
      </fieldset>
    </PlainForm>
  );
}
