import { TargetError } from './target-error.js';

/** Begins the comment, description or origin of whatever is ours. Nothing without it is ever changed. */
export const MARK = 'wherefore';

export const isMarked = (text: string): boolean => text.toLowerCase().startsWith(MARK);

/** For lists that are ours as a whole: their description or name says so. @throws TargetError NOT_OURS */
export function demandMark(what: string, ...texts: readonly string[]): void {
  if (texts.some((text) => text.toLowerCase().includes(MARK))) return;
  throw new TargetError(
    'NOT_OURS',
    `${what} is not marked as ours, and its whole content would be replaced: use one of its own, and write "${MARK}" into its description.`,
  );
}
