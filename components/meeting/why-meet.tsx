import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-area';

type Props = { label: string; value: string; error: string | undefined; onChange: (value: string) => void };

/** The pair is not to meet: why it meets all the same is asked wherever a meeting of it comes to stand. */
export function WhyMeet({ label, value, error, onChange }: Props) {
  const t = useTranslations('meeting.booking');
  return (
    <Notice tone="warn" title={t('notToMeet')}>
      <TextArea
        label={label}
        hint={t('allTheSameHint')}
        required
        rows={2}
        maxLength={500}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
    </Notice>
  );
}
