'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAct } from '@/components/form/use-act';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { revokeApiTokenAction } from '@/lib/token/actions';
import { NewTokenDialog } from './new-token-dialog';
import type { TokenProgram } from './token-form';

export type TokenRow = {
  id: string;
  name: string;
  created: string;
  used: string | null;
  revoked: string | null;
  expires: string;
  isExpired: boolean;
  isReadOnly: boolean;
  /** Names of the programs it may enter; empty means all of its owner's. */
  programs: string;
};

type Props = { tokens: readonly TokenRow[]; programs: readonly TokenProgram[] };

/** One's own API tokens. A key is shown once, when it is made. */
export function TokenList({ tokens, programs }: Props) {
  const t = useTranslations('token');
  const act = useAct();
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<TokenRow | null>(null);
  const revoke = () =>
    act(
      (key) => revokeApiTokenAction({ tokenId: leaving?.id }, key),
      () => ({ text: t('revokedNow', { name: leaving?.name ?? '' }) }),
    );
  return (
    <>
      {tokens.length > 0 && (
        <ul className="border-t border-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex min-h-14 items-center gap-4 border-b border-line py-2">
              <div className="grid min-w-0 flex-1">
                <span className="flex flex-wrap items-center gap-2 font-medium">
                  <span className="min-w-0 break-words">{token.name}</span>
                  {token.revoked && <Badge tone="outline">{t('revoked', { at: token.revoked })}</Badge>}
                  {!token.revoked && token.isExpired && (
                    <Badge tone="outline">{t('expired', { at: token.expires })}</Badge>
                  )}
                </span>
                <span className="text-sm">
                  {[
                    t(token.isReadOnly ? 'readOnly' : 'readWrite'),
                    token.programs && t('onlyIn', { programs: token.programs }),
                    !token.isExpired && t('expires', { at: token.expires }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="text-sm text-ink-2 tabular-nums">
                  {t('created', { at: token.created })} ·{' '}
                  {token.used ? t('used', { at: token.used }) : t('neverUsed')}
                </span>
              </div>
              {!token.revoked && !token.isExpired && (
                <Button
                  size="sm"
                  aria-label={t('revokeOf', { name: token.name })}
                  onClick={() => setLeaving(token)}
                >
                  {t('revoke')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button
        className="justify-self-start"
        icon={<Plus aria-hidden="true" size={16} />}
        onClick={() => setOpen(true)}
      >
        {t('add')}
      </Button>
      {isOpen && <NewTokenDialog programs={programs} onClose={() => setOpen(false)} />}
      <ConfirmDialog
        open={leaving !== null}
        onClose={() => setLeaving(null)}
        title={t('revokeTitle', { name: leaving?.name ?? '' })}
        description={t('revokeText')}
        confirmLabel={t('revoke')}
        tone="danger"
        onConfirm={revoke}
      />
    </>
  );
}
