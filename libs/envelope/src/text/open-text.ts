import { type MessageBudget } from '../message-budget.js';
import { type Piece } from '../piece.js';
import { base64Content } from './base64-content.js';
import { jsonDocuments } from './json-documents.js';
import { octetFrames } from './octet-frames.js';

/** What a text of several lines is as a whole; null where each line stands for itself. */
export function openText(text: string, budget: MessageBudget): Piece[] | null {
  const end = text.indexOf('\n');
  const first = text.slice(0, end).trimEnd();
  if (first.startsWith('{') || first.startsWith('[')) {
    return isWholeDocument(first) ? null : jsonDocuments(text);
  }
  const content = isWrapped(text, end)
    ? base64Content(text.replaceAll(/\r?\n/g, ''), budget)
    : null;
  return content === null ? octetFrames(text) : [content];
}

/** Whether a line ends like JSON does, so that the next one is another document. */
function isWholeDocument(line: string): boolean {
  return line.endsWith('}') || line.endsWith(']') || line.endsWith('},');
}

/** `base64` breaks lines after 76 characters, PEM after 64. */
function isWrapped(text: string, end: number): boolean {
  const width = text.charAt(end - 1) === '\r' ? end - 1 : end;
  return width === 76 || width === 64;
}
