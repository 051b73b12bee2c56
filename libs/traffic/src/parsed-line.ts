import { type AccessEvent } from './access-event.js';
import { type LogFormatName } from './log-format-name.js';
import { type RejectReason } from './reject-reason.js';

/** What became of one line: an event, or the reason why not. */
export type ParsedLine =
  | { readonly kind: 'event'; readonly format: LogFormatName; readonly event: AccessEvent }
  | { readonly kind: 'reject'; readonly reason: RejectReason };
