import { type MessageBudget } from '../message-budget.js';
import { type Piece } from '../piece.js';
import { base64Content } from './base64-content.js';
import { criLine } from './cri-line.js';
import { jsonDocuments } from './json-documents.js';
import { octetFrames } from './octet-frames.js';
import { afterSyslogHead } from './syslog-head.js';

const ZERO = 48;
const NINE = 57;
const BRACE = 123;

/** What stands behind or inside what shippers make of a line; null where it is a line as it is. */
export function openLine(line: string, budget: MessageBudget): Piece[] | null {
  const first = line.charCodeAt(0);
  if (first === BRACE) return line.includes('}{') ? jsonDocuments(line) : null;
  const runtimeLine = first >= ZERO && first <= NINE ? criLine(line) : null;
  if (runtimeLine !== null) return [runtimeLine];
  const message = afterSyslogHead(line);
  if (message !== null) return [message];
  const content = base64Content(line, budget);
  return content === null ? octetFrames(line) : [content];
}
