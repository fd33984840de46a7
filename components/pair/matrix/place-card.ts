type Box = { left: number; top: number; width: number; height: number };
type Size = { width: number; height: number };

const GAP = 6;
const EDGE = 8;

/**
 * Corner to corner with its square, so that the row and the column it is in stay free for the pointer: below to the
 * right, turned over where the window ends.
 */
export function cardPosition(anchor: Box, card: Size, window: Size): { left: number; top: number } {
  const right = anchor.left + anchor.width + GAP;
  const below = anchor.top + anchor.height + GAP;
  const left = right + card.width + EDGE <= window.width ? right : anchor.left - GAP - card.width;
  const top = below + card.height + EDGE <= window.height ? below : anchor.top - GAP - card.height;
  return {
    left: Math.max(EDGE, Math.min(left, window.width - card.width - EDGE)),
    top: Math.max(EDGE, Math.min(top, window.height - card.height - EDGE)),
  };
}

/** Moves a floating element beside a rectangle of the window. */
export function placeCard(card: HTMLElement, anchor: DOMRect): void {
  const size = { width: card.offsetWidth, height: card.offsetHeight };
  const { left, top } = cardPosition(anchor, size, { width: innerWidth, height: innerHeight });
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
}
