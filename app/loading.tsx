import { Mark } from '@/components/shell/mark';
import { PageSkeleton } from '@/components/shell/page-skeleton';

/** Shown while even the frame is on its way: the frame's own lines, so that nothing jumps when it comes. */
export default function Loading() {
  return (
    <div className="shell">
      <div className="shell-bar">
        <span className="shell-mark">
          <Mark size={28} />
        </span>
      </div>
      <div className="shell-rail">
        <span className="shell-mark">
          <Mark size={32} />
        </span>
      </div>
      <div className="shell-main">
        <PageSkeleton />
      </div>
      <div className="shell-tabs" />
    </div>
  );
}
