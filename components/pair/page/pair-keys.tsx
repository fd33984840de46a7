'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { isShortcut, isTyping, keysOf } from '@/components/shell/shortcuts';
import { buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

type Neighbour = { href: string; name: string } | null;
type Props = { previous: Neighbour; next: Neighbour };

/** The pairs before and after in the list, by links and by the keys `k` and `j`. */
export function PairKeys({ previous, next }: Props) {
  const t = useTranslations('pair.page');
  const router = useRouter();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open], :popover-open')) return;
      const to = isShortcut(event, 'pair.next') ? next : isShortcut(event, 'pair.previous') ? previous : null;
      if (to) router.push(to.href);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [previous, next, router]);
  return (
    <nav aria-label={t('neighbours')} className="flex gap-1 no-print">
      <Way
        to={previous}
        label={(name) => t('previous', { name })}
        none={t('noPrevious')}
        hotkey={keysOf('pair.previous')[0]}
        tip={t('previousKey')}
        icon={<ChevronLeft aria-hidden="true" size={18} />}
      />
      <Way
        to={next}
        label={(name) => t('next', { name })}
        none={t('noNext')}
        hotkey={keysOf('pair.next')[0]}
        tip={t('nextKey')}
        icon={<ChevronRight aria-hidden="true" size={18} />}
      />
    </nav>
  );
}

type WayProps = {
  to: Neighbour;
  label: (name: string) => string;
  none: string;
  hotkey: string | undefined;
  tip: string;
  icon: React.ReactNode;
};

function Way({ to, label, none, hotkey, tip, icon }: WayProps) {
  const look = classNames(buttonClass({ tone: 'secondary', size: 'sm', square: true }), 'ui-tip');
  if (!to) {
    return (
      <span className={classNames(look, 'opacity-60')}>
        {icon}
        <span className="sr-only">{none}</span>
      </span>
    );
  }
  return (
    <Link
      href={to.href}
      aria-label={label(to.name)}
      aria-keyshortcuts={hotkey}
      data-tip={tip}
      className={look}
    >
      {icon}
    </Link>
  );
}
