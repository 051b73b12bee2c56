import { type LogFormat } from '../log-format.js';
import { type RawRequest } from '../raw-request.js';
import { createClfReader } from '../scan/clf-family.js';
import { readClfTail } from '../scan/clf-tail.js';
import { lineTokens } from '../scan/line-tokens.js';

/**
 * Traefik's common log format: combined, then the number of requests so far, `"router"`, `"server"` and the
 * duration, `12ms`. The time is the start of the request. Status and size are `-` where no server answered.
 */
export const traefikClf: LogFormat = {
  name: 'traefik_clf',
  recognises: endsInMilliseconds,
  createReader: (source) => createClfReader(source, 'client', readTraefikTail),
};

/** `… 12ms`: no user agent stands last without its quote. */
function endsInMilliseconds(line: string): boolean {
  const last = line.length - 1;
  if (line.charCodeAt(last) !== 115 || line.charCodeAt(last - 1) !== 109) return false;
  return /" \d{1,10}ms$/.test(line.slice(-14));
}

function readTraefikTail(line: string, from: number, request: RawRequest): void {
  request.layout = 'traefik_clf';
  request.eventTimeKind = 'start';
  const tokens = lineTokens(line, from);
  const [count, , , duration] = tokens;
  if (tokens.length !== 4 || count === undefined || duration === undefined) {
    readClfTail(line, from, request);
    return;
  }
  if (/^\d{1,10}ms$/.test(duration.text)) request.durationMs = Number(duration.text.slice(0, -2));
}
