import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type NoticeTone = 'info' | 'done' | 'warn' | 'danger';

const LOOKS = {
  info: { icon: Info, className: 'bg-info-soft text-info-soft-ink' },
  done: { icon: CircleCheck, className: 'bg-done-soft text-done-soft-ink' },
  warn: { icon: TriangleAlert, className: 'bg-warn-soft text-warn-soft-ink' },
  danger: { icon: CircleAlert, className: 'bg-danger-soft text-danger-soft-ink' },
};
type NoticeProps = {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** A sentence or two that stays on the page. */
export function Notice({ tone = 'info', title, children, actions, className }: NoticeProps) {
  const { icon: Icon, className: look } = LOOKS[tone];
  return (
    <div
      className={classNames(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md px-4 py-3',
        look,
        className,
      )}
    >
      <Icon aria-hidden="true" size={18} className="mt-0.5 shrink-0" />
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-1">
        {title && <p className="font-bold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {actions && <div className="flex gap-2">{actions}</div>}
    </div>
  );
}

/** What went wrong, why, and what to do now; announced at once. */
export function ErrorNotice({ title, children, actions }: Omit<NoticeProps, 'tone'>) {
  return (
    <div role="alert">
      <Notice tone="danger" title={title} actions={actions}>
        {children}
      </Notice>
    </div>
  );
}
