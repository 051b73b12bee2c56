import { type LogFormat } from '../log-format.js';
import { type RawRequest } from '../raw-request.js';
import { createClfReader } from '../scan/clf-family.js';
import { readClfTail } from '../scan/clf-tail.js';
import { joinLists, lineTokens, type LineToken } from '../scan/line-tokens.js';

/**
 * The Kubernetes ingress controller's `upstreaminfo`: combined, then request length (all bytes in), request
 * time in seconds, `[upstream]`, `[alternative upstream]` (not in older versions), the upstreams' addresses,
 * lengths, times and statuses (each `-` or a list), request id. The time is the end of the request.
 */
export const ingressNginx: LogFormat = {
  name: 'ingress_nginx',
  recognises: (line) => line.charCodeAt(line.length - 1) !== 34 && LENGTH_TIME_UPSTREAM.test(line),
  createReader: (source) => createClfReader(source, 'guess', readUpstreamInfo),
};

const LENGTH_TIME_UPSTREAM = /" \d{1,15} \d{1,6}\.\d{3} \[/;

/** Addresses, lengths, times and statuses of upstreams. */
const UPSTREAM_LISTS = 4;

function readUpstreamInfo(line: string, from: number, request: RawRequest): void {
  request.eventTimeKind = 'end';
  const tokens = joinLists(lineTokens(line, from));
  const upstream = tokens.findIndex(({ kind }) => kind === 'bracketed');
  const [length, seconds, ...others] = tokens.slice(Math.max(upstream - 2, 0));
  if (upstream < 2 || length === undefined || !readMeasures(length, seconds, request)) {
    readClfTail(line, from, request);
    return;
  }
  request.layout = 'ingress_nginx';
  const lists = others.findIndex(({ kind }) => kind !== 'bracketed');
  const id = lists < 0 ? undefined : others[lists + UPSTREAM_LISTS];
  if (id !== undefined && id.text !== '-') request.requestId = id.text;
  // What owners put before or behind it: X-Forwarded-For in quotes, a host.
  readClfTail(line.slice(from, length.start), 0, request);
  readClfTail(line, id?.end ?? line.length, request);
}

function readMeasures(
  length: LineToken,
  seconds: LineToken | undefined,
  request: RawRequest,
): boolean {
  if (!/^\d{1,15}$/.test(length.text) || !/^\d{1,6}\.\d{3}$/.test(seconds?.text ?? ''))
    return false;
  request.requestSize = Number(length.text);
  request.durationMs = Math.round(Number(seconds?.text) * 1e3);
  return true;
}
