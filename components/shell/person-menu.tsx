import { CircleUserRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from '@/components/ui/popover';

export type PersonMenuProps = {
  viewer: { name: string; email: string };
  /** `rail` labels the button below its icon. */
  look: 'rail' | 'bar';
  children?: React.ReactNode;
};

/** Who I am here, and what is mine. */
export function PersonMenu({ viewer, look, children }: PersonMenuProps) {
  const t = useTranslations('shell');
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
        {children}
      </div>
    </Popover>
  );
}
