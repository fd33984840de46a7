import { classNames } from '@/components/ui/class-names';
import { contentPath } from '@/lib/file/operations';

type Props = { slug: string; name: string; logoId: string | null; size?: 'sm' | 'lg' };

const SIZES = { sm: 'size-6 text-2xs rounded-sm', lg: 'size-12 text-lg rounded-md' };

/** A party's logo, or the first letters of its name. It says nothing that the name beside it does not. */
export function LogoMark({ slug, name, logoId, size = 'sm' }: Props) {
  const look = classNames(
    'inline-flex shrink-0 items-center justify-center border border-line object-contain',
    SIZES[size],
  );
  if (!logoId)
    return (
      <span aria-hidden="true" className={classNames(look, 'bg-surface-2 font-bold text-ink-2 select-none')}>
        {initialsOf(name)}
      </span>
    );
  return (
    // biome-ignore lint/performance/noImgElement: whoever may see it is asked each time; it is small as it is
    <img src={contentPath(slug, logoId)} alt="" loading="lazy" className={classNames(look, 'bg-white')} />
  );
}

/** `HV` of Harbor Ventures, `메` of 메디픽셀. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const isLatin = /^\p{Script=Latin}/u.test(name);
  return words
    .slice(0, isLatin ? 2 : 1)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('');
}
