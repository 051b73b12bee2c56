import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { parseEndpoint } from './json-endpoint.js';

/** Moves the port that a client's address was logged with (`192.0.2.1:51234`) to where ports are. */
export function splitClientPort(request: RawRequest): void {
  const { address, port } = parseEndpoint(request.client);
  if (port === null) return;
  request.client = address;
  detailsOf(request).clientPort = port;
}
