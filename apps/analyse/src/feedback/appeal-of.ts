/** What somebody says about a verdict. */
export interface Appeal {
  /** The visitor's key, the key of the message, or the id of the verdict. */
  readonly verdict: string;
  readonly by: string;
  readonly reason: string;
  /** It was a mistake, and is lifted at once; else it waits for a person. */
  readonly confirmed: boolean;
}

const LONGEST = 2_000;

/**
 * An appeal from a message `{"verdict", "reason", "by", "confirmed"}`; null where it is none. `verdict` is what names the verdict, as the
 * message of the verdict has it.
 */
export function appealOf(text: string): Appeal | null {
  const message = parsed(text);
  if (message === null) return null;
  const { verdict, reason, by, confirmed } = message;
  if (!isText(verdict) || !isText(reason)) return null;
  return { verdict, reason, by: isText(by) ? by : 'feedback', confirmed: confirmed === true };
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST;
