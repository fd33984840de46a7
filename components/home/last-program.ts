/** Holds the slug of the program this browser showed last; the first page goes there. */
export const LAST_PROGRAM_COOKIE = 'rt_program';
