import { WornLink } from '@/components/invitation/worn-link';

/** A link that was never sent, or has been replaced. */
export default function NotFound() {
  return <WornLink state="unknown" />;
}
