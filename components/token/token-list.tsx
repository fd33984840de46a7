'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/form/confirm-dialog';
import { useOperation } from '@/components/form/use-operation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { tokenOperations } from '@/lib/token/operations';
import { NewTokenDialog, type TokenProgram } from './new-token';

type TokenRow = {
  id: string;
  name: string;
  created: string;
  used: string | null;
  revoked: string | null;
  expires: string;
  isExpired: boolean;
  isReadOnly: boolean;
  mayAssistantWrite: boolean;
  /** Names of the programs it may enter; empty means all of its owner's. */
  programs: string;
};

type Props = { tokens: readonly TokenRow[]; programs: readonly TokenProgram[] };

/** One's own API tokens. A key is shown once, when it is made. */
export function TokenList({ tokens, programs }: Props) {
  const t = useTranslations('token');
  const toast = useToast();
  const { run } = useOperation(tokenOperations.revokeApiToken, { tells: 'toast' });
  const [isOpen, setOpen] = useState(false);
  const [leaving, setLeaving] = useState<TokenRow | null>(null);
  const revoke = async () => {
    if (!leaving) return;
    const answer = await run({ tokenId: leaving.id });
    if (answer.ok) toast({ text: t('revokedNow', { name: leaving.name }) });
    return answer.ok;
  };
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
                    token.mayAssistantWrite && t('assistantMay'),
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
