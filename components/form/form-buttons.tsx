'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/ui/action-bar';
import { Button, type ButtonSize, type ButtonTone } from '@/components/ui/button';

type Props = {
  save: string;
  busy: boolean;
  /** Without it there is nothing to go back to: the form is the page. */
  cancel?: string;
  /** Where cancelling leads when there is no page before this one. */
  cancelHref?: string;
  children?: ReactNode;
};

/** The buttons of a form that is a page. */
export function FormButtons({ save, busy, cancel, cancelHref, children }: Props) {
  const router = useRouter();
  return (
    <ActionBar>
      {cancel && cancelHref && (
        <Button onClick={() => router.push(cancelHref)} disabled={busy}>
          {cancel}
        </Button>
      )}
      {children}
      <Button type="submit" tone="primary" busy={busy}>
        {save}
      </Button>
    </ActionBar>
  );
}

type CancelOrSaveProps = {
  /** "Save" where nothing else is given. */
  save?: string;
  busy: boolean;
  onCancel: () => void;
  /** Without it the button submits the form it stands in. */
  onSave?: () => void;
  /** "Cancel" where nothing else is given. */
  cancel?: string;
  tone?: ButtonTone;
  size?: ButtonSize;
  disabled?: boolean;
};

/** The two buttons of a dialog's footer, and of a form that opens in its place. */
export function CancelOrSave(props: CancelOrSaveProps) {
  const { save, busy, onCancel, onSave, cancel, tone = 'primary', size, disabled } = props;
  const t = useTranslations('common');
  const shared = size ? { size } : {};
  return (
    <>
      <Button {...shared} onClick={onCancel} disabled={busy}>
        {cancel ?? t('cancel')}
      </Button>
      <Button
        {...shared}
        type={onSave ? 'button' : 'submit'}
        tone={tone}
        busy={busy}
        disabled={disabled}
        onClick={onSave}
      >
        {save ?? t('save')}
      </Button>
    </>
  );
}

/** The same as the last line of a form in a dialog. */
export function DialogButtons(props: CancelOrSaveProps) {
  return (
    <div className="flex justify-end gap-2 max-sm:[&>*]:flex-1">
      <CancelOrSave {...props} />
    </div>
  );
}
