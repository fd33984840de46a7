import { useTranslations } from 'next-intl';
import { StrangerPage } from '@/components/person/stranger-page';
import { LinkButton } from '@/components/ui/link-button';
import type { LinkState } from '@/lib/invitation/rules';

type Props = { state: Exclude<LinkState, 'open'> | 'unknown' };

/** A link that opens nothing any more: says why, and what to do now. */
export function WornLink({ state }: Props) {
  const t = useTranslations('invitation.accept');
  const isOver = state === 'expired' || state === 'ended';
  return (
    <StrangerPage title={t(`state.${state}`)} intro={t(`stateText.${state}`)}>
      <LinkButton
        href={isOver ? '/sign-in/forgot' : '/sign-in'}
        tone="primary"
        className="justify-self-start"
      >
        {isOver ? t('newLink') : t('toSignIn')}
      </LinkButton>
    </StrangerPage>
  );
}
