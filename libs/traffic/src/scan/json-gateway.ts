import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { parseAbsoluteUrl } from './json-absolute-url.js';
import { ownRecord, ownValue, textOf } from './json-value.js';

/**
 * Fills in what API gateways (Kong, APISIX) tell twice: `request.url` is absolute, of their own making and
 * with the port they listen on; `request.uri` is what was asked for, in one of them without the query.
 */
export function readGatewayUrl(request: RawRequest, record: JsonRecord): void {
  const url = parseAbsoluteUrl(textOf(ownValue(ownRecord(record, 'request'), 'url')));
  if (url === null) return;
  if (request.scheme === '') request.scheme = url.scheme;
  if (request.host === '') request.host = url.authority;
  else request.port ??= parsedPort(url.authority);
  if (request.target !== '' && (request.target.includes('?') || !url.target.includes('?'))) return;
  request.target = url.target;
  request.requestLine = `${request.method} ${url.target}`;
}

function parsedPort(authority: string): number | null {
  const port = /:(\d{1,5})$/.exec(authority)?.[1];
  return port === undefined ? null : Number(port);
}
