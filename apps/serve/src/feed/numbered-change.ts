import { type VerdictChange, type VerdictMessage } from '#libs/enforcement';
import { type HistoryRow } from '#libs/store';

/**
 * A row of the history as a change of the board; reasons, most of a message, are left in the store.
 *
 * @throws SyntaxError, TypeError when the message is none
 */
export function numberedChange(row: HistoryRow): VerdictChange & { readonly sequence: number } {
  const { sequence, revision, messageKey: key, change } = row;
  if (change === 'lifted') return { sequence, revision, key, message: null };
  const message = JSON.parse(row.message) as VerdictMessage;
  if (!Array.isArray(message.subject.enforce_as)) throw new TypeError('no subject.enforce_as');
  return { sequence, revision, key, message: { ...message, reasons: [] } };
}
