'use client';

import { Bookmark } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useRead } from '@/components/form/use-read';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SkeletonText } from '@/components/ui/skeleton';
import { viewOperations } from '@/lib/view/operations';
import { type ViewNoun, viewAddress } from '@/lib/view/rules';
import { SaveViewForm } from './save-view-form';
import { ViewRow } from './view-row';

export type ViewsProps = {
  noun: ViewNoun;
  /** The list's own address, without its search. */
  path: string;
  /** The office shares views and says with which one a list opens. */
  canShare: boolean;
};

/** The kept views of a list: go to one, keep the list as it stands, change or delete what was kept. */
export function ViewsMenu(props: ViewsProps) {
  const t = useTranslations('view');
  const id = useId();
  const [wanted, setWanted] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        popoverTarget={id}
        style={{ anchorName: `--${id}` }}
        className={buttonClass({ size: 'sm' })}
        onPointerEnter={() => setWanted(true)}
        onFocus={() => setWanted(true)}
      >
        <Bookmark aria-hidden="true" size={16} />
        {t('menu')}
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('menu')}
        data-place="end"
        style={{ positionAnchor: `--${id}` }}
        className="ui-float w-96 max-w-[calc(100vw-1rem)] p-4"
      >
        {wanted && <Views key={round} {...props} onChange={() => setRound((before) => before + 1)} />}
      </div>
    </>
  );
}

function Views({ noun, path, canShare, onChange }: ViewsProps & { onChange: () => void }) {
  const t = useTranslations('view');
  const search = useSearchParams().toString();
  const views = useRead(viewOperations.listViews, { noun });
  if (views.at === 'failed') return <Notice tone="warn">{t('failed')}</Notice>;
  if (views.at === 'loading') return <SkeletonText lines={4} />;
  const here = viewAddress(search);
  const { items } = views.value;
  return (
    <div className="grid gap-4">
      {items.length === 0 ? (
        <p className="text-sm text-ink-2">{t('empty')}</p>
      ) : (
        <ul className="grid gap-1">
          {items.map((view) => (
            <ViewRow
              key={`${view.id} ${view.version}`}
              {...{ view, path, canShare, here, onChange }}
              isHere={view.address === here}
            />
          ))}
        </ul>
      )}
      <SaveViewForm {...{ noun, search, canShare, onChange }} />
    </div>
  );
}
