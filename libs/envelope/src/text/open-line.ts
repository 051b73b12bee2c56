import { type Piece } from '../piece.js';
import { base64Content } from './base64-content.js';
import { criLine } from './cri-line.js';
import { jsonDocuments } from './json-documents.js';
import { octetFrames } from './octet-frames.js';
import { afterSyslogHead } from './syslog-head.js';

const BRACE = 123;

/** What stands behind or inside what shippers make of a line; null where it is a line as it is. */
export function openLine(line: string): Piece[] | null {
  if (line.charCodeAt(0) === BRACE) return line.includes('}{') ? jsonDocuments(line) : null;
  const runtimeLine = criLine(line);
  if (runtimeLine !== null) return [runtimeLine];
  const message = afterSyslogHead(line);
  if (message !== null) return [message];
  const content = base64Content(line);
  return content === null ? octetFrames(line) : [content];
}
