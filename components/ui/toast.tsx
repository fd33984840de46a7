'use client';

import { Check, CircleAlert, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button } from './button';
import { IconButton } from './icon-button';

/** The key that leads to the first button of the messages. */
export const REACH_TOASTS = 'F8';

type ToastMessage = {
  text: ReactNode;
  tone?: 'done' | 'danger';
  /** Shows an undo button for ten seconds; the toast waits while it runs. */
  undo?: () => unknown;
};
type Toast = ToastMessage & { key: number };
type ShowToast = (message: ToastMessage) => void;

const ToastContext = createContext<ShowToast>(() => {});

/** `const toast = useToast(); toast({ text, undo })` */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations('ui');
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const region = useRef<HTMLElement>(null);

  const show = useCallback<ShowToast>((message) => {
    next.current += 1;
    const toast = { ...message, key: next.current };
    setToasts((before) => [...before.slice(-2), toast]);
  }, []);
  const drop = useCallback(
    (key: number) => setToasts((before) => before.filter((toast) => toast.key !== key)),
    [],
  );
  const value = useMemo(() => show, [show]);
  useClearOfToasts(region, toasts.length);

  useEffect(() => {
    const reach = (event: KeyboardEvent) => {
      if (event.key === REACH_TOASTS) region.current?.querySelector<HTMLElement>('button')?.focus();
    };
    window.addEventListener('keydown', reach);
    return () => window.removeEventListener('keydown', reach);
  }, []);

  return (
    <ToastContext value={value}>
      {children}
      <section
        ref={region}
        aria-label={t('toasts')}
        aria-live="polite"
        aria-atomic="false"
        className="ui-toasts"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.key} toast={toast} onDrop={drop} />
        ))}
      </section>
    </ToastContext>
  );
}

function ToastCard({ toast, onDrop }: { toast: Toast; onDrop: (key: number) => void }) {
  const t = useTranslations('ui');
  const [busy, setBusy] = useState(false);
  const drop = useCallback(() => onDrop(toast.key), [onDrop, toast.key]);
  // What went wrong stays until it is closed; what is done leaves by itself.
  const milliseconds = toast.tone === 'danger' ? null : toast.undo ? 10_000 : 5_000;
  const hold = useCountdown(busy ? null : milliseconds, drop);
  const undo = async () => {
    setBusy(true);
    try {
      await toast.undo?.();
    } finally {
      drop();
    }
  };
  const Icon = toast.tone === 'danger' ? CircleAlert : Check;
  return (
    <div className="ui-toast" {...hold}>
      <Icon aria-hidden="true" size={18} className={toast.tone === 'danger' ? 'text-danger' : 'text-done'} />
      <p className="min-w-0 flex-1">{toast.text}</p>
      {toast.undo && (
        <Button size="sm" busy={busy} onClick={undo}>
          {t('undo')}
        </Button>
      )}
      <IconButton label={t('close')} icon={<X aria-hidden="true" size={16} />} tip="none" onClick={drop} />
    </div>
  );
}

/**
 * Calls `onEnd` after `milliseconds` of not being looked at: pointer or focus on the element stops the clock.
 * Null never ends. Returns the handlers to spread on the element.
 */
function useCountdown(milliseconds: number | null, onEnd: () => void) {
  const left = useRef(milliseconds ?? 0);
  const since = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const stop = useCallback(() => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    left.current -= performance.now() - since.current;
  }, []);
  const run = useCallback(() => {
    if (milliseconds === null || timer.current !== null) return;
    since.current = performance.now();
    timer.current = setTimeout(onEnd, Math.max(left.current, 1_000));
  }, [milliseconds, onEnd]);

  useEffect(() => {
    run();
    return stop;
  }, [run, stop]);

  return { onPointerEnter: stop, onPointerLeave: run, onFocus: stop, onBlur: run };
}

type Box = { top: number; bottom: number; left: number; right: number };

/**
 * Keeps what has the focus, and the bar of a form's buttons, clear of the toasts: the toasts go to the other edge, or what
 * has the focus is scrolled to the middle.
 */
function useClearOfToasts(region: RefObject<HTMLElement | null>, count: number): void {
  useEffect(() => {
    const node = region.current;
    if (!node) return;
    if (count === 0) {
      delete node.dataset.place;
      return;
    }
    const followFocus = () => makeRoom(node, true);
    // Whoever scrolls decides what they see: then only the toasts move.
    const stayClear = () => makeRoom(node, false);
    followFocus();
    document.addEventListener('focusin', followFocus);
    document.addEventListener('scroll', stayClear, { capture: true, passive: true });
    window.addEventListener('resize', stayClear);
    const grown = new ResizeObserver(stayClear);
    grown.observe(document.body);
    return () => {
      grown.disconnect();
      document.removeEventListener('focusin', followFocus);
      document.removeEventListener('scroll', stayClear, { capture: true });
      window.removeEventListener('resize', stayClear);
    };
  }, [region, count]);
}

function makeRoom(region: HTMLElement, mayScroll: boolean): void {
  const focused = document.activeElement;
  // A toast's own button stays under the finger that is on it.
  if (focused && region.contains(focused)) return;
  const [subject] = focused && focused !== document.body ? [focused] : [];
  const bars = [...document.querySelectorAll('.ui-action-bar')];
  const isClear = () => {
    const toasts = restingBoxes(region);
    return [...bars, ...(subject ? [subject] : [])].every((each) => isClearOf(toasts, each));
  };
  for (const scrolls of mayScroll && subject ? [false, true] : [false]) {
    if (scrolls) subject?.scrollIntoView({ block: 'center', behavior: 'instant' });
    delete region.dataset.place;
    if (isClear()) return;
    region.dataset.place = 'top';
    if (isClear()) return;
  }
}

/** Where the toasts come to rest. While one still rises, its own rectangle says where it is seen at the moment. */
function restingBoxes(region: HTMLElement): Box[] {
  const { top, left } = region.getBoundingClientRect();
  return ([...region.children] as HTMLElement[]).map((toast) => ({
    top: top + toast.offsetTop,
    bottom: top + toast.offsetTop + toast.offsetHeight,
    left: left + toast.offsetLeft,
    right: left + toast.offsetLeft + toast.offsetWidth,
  }));
}

function isClearOf(toasts: readonly Box[], element: Element): boolean {
  const at = element.getBoundingClientRect();
  return toasts.every(
    (toast) =>
      at.bottom <= toast.top || at.top >= toast.bottom || at.right <= toast.left || at.left >= toast.right,
  );
}
