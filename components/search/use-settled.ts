import { useEffect, useState } from 'react';

/** Short enough not to be felt, long enough that a syllable being composed is asked for once. */
const REST_MS = 60;

/** A text once it has not changed for a moment; an empty one at once. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), text ? REST_MS : 0);
    return () => clearTimeout(timer);
  }, [text]);
  return text ? settled : '';
}
