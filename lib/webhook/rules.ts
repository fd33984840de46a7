/** How long a key that was replaced signs beside the new one. */
export const OLD_KEY_HOURS = 24;
