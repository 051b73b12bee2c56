import { type SimulatedRequest } from '../world/simulated-request.js';
import { combinedLine } from './combined-line.js';
import { jsonLine } from './json-line.js';
import { type LogStream } from './log-stream.js';

const JSON_STREAMS: ReadonlySet<LogStream> = new Set(['mobile-api', 'open-banking', 'bank']);

/** Whether a stream is written as JSON lines, with sessions, accounts and TLS; the others are vhost_combined. */
export function isJsonStream(stream: LogStream): boolean {
  return JSON_STREAMS.has(stream);
}

/** The line in the layout of the request's stream: vhost_combined for the web sites, JSON for the APIs. */
export function logLine(request: SimulatedRequest): string {
  return isJsonStream(request.source) ? jsonLine(request) : combinedLine(request);
}
