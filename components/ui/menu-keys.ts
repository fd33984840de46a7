import { initials } from '@/lib/core/hangul';
import { latinOf } from './keyboard';

/**
 * Where the focus goes in a list of `labels` when `key` is pressed at `current`; null when the key is not ours.
 * `typed` is what was typed shortly before, so that "se" finds "Send" after "Save". A Korean keyboard finds Korean labels
 * by their initial consonants and Latin ones by the letters on the same keys.
 */
export function nextMenuIndex(
  key: string,
  current: number,
  labels: readonly string[],
  typed = '',
): number | null {
  const count = labels.length;
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  if ([...key].length !== 1 || key === ' ') return null;
  const wanted = (typed + key).toLocaleLowerCase();
  const latin = [...wanted].map((sign) => latinOf(sign) ?? sign).join('');
  // A first letter looks behind the current row, more letters may stay on it.
  const start = typed ? current : current + 1;
  for (let step = 0; step < count; step += 1) {
    const index = (start + step + count) % count;
    const label = labels[index]?.toLocaleLowerCase() ?? '';
    if ([wanted, latin].some((text) => label.startsWith(text)) || initials(label).startsWith(wanted))
      return index;
  }
  return null;
}
