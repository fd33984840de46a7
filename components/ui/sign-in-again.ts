/** Lets the person at the screen sign in again; true once they have, false when they would rather not now. */
type AskToSignIn = () => Promise<boolean>;

let ask: AskToSignIn | null = null;
let pending: Promise<boolean> | null = null;
let hasDeclined = false;

/** The frame of the page says how it asks. The answer takes it back. */
export function onSignedOut(handler: AskToSignIn): () => void {
  ask = handler;
  return () => {
    if (ask === handler) ask = null;
  };
}

/**
 * Asks once for everything that waits at the same time. A read in the background does not ask again after somebody said
 * no; a press of a button does.
 */
export function signInAgain({ isRead = false }: { isRead?: boolean } = {}): Promise<boolean> {
  if (pending) return pending;
  if (!ask || (isRead && hasDeclined)) return Promise.resolve(false);
  const answer = ask().then((isIn) => {
    pending = null;
    hasDeclined = !isIn;
    return isIn;
  });
  pending = answer;
  return answer;
}
