'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import { useToast } from './toast';

type LateProps = {
  /** Stands in its place until it is there. */
  waiting?: ReactNode;
  /** Called when it could not be loaded, so that the next press tries again. */
  onClose?: (() => void) | undefined;
};

/**
 * A part whose script comes when it is first asked for. It never suspends, so nothing on the screen goes away meanwhile,
 * and when a script does not come a toast says so; the page stays.
 */
export function late<P extends object>(load: () => Promise<ComponentType<P>>) {
  let Part: ComponentType<P> | null = null;
  // biome-ignore lint/correctness/noComponentHookFactories: called once a file, outside components, as React.lazy is
  return function Late({ waiting = null, ...rest }: P & LateProps): ReactNode {
    const t = useTranslations('ui');
    const toast = useToast();
    const [, setArrived] = useState(Part !== null);
    const close = useRef(rest.onClose);
    close.current = rest.onClose;
    useEffect(() => {
      if (Part) return;
      let isGone = false;
      load().then(
        (loaded) => {
          Part = loaded;
          if (!isGone) setArrived(true);
        },
        () => {
          if (isGone) return;
          toast({ tone: 'danger', text: t('notLoaded') });
          close.current?.();
        },
      );
      return () => {
        isGone = true;
      };
    }, [t, toast]);
    return Part ? <Part {...(rest as unknown as P)} /> : waiting;
  };
}
