/** The first thing known of a piece of a line: whether it was looked at, and whether it is plain. */
export const PieceState = {
  /** Not looked at yet. */
  new: 0,
  plain: 1,
  /** Read as text, with its whole line. */
  odd: 2,
} as const;

export const STATE = 0;
