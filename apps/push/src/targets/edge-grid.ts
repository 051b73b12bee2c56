import { createHash, createHmac } from 'node:crypto';

export interface EdgeGridCredentials {
  readonly clientToken: string;
  readonly accessToken: string;
  readonly clientSecret: string;
}

/** What is signed of a request. */
export interface EdgeGridRequest {
  readonly method: string;
  readonly url: URL;
  /** As it is sent; empty where there is none. */
  readonly body: string;
}

/** Of a body no more than this is hashed, and of POST requests only. */
const HASHED_BYTES = 131_072;

/**
 * The Authorization header of Akamai's APIs: EG1-HMAC-SHA256, "Authenticate with EdgeGrid" of Akamai's
 * documentation. Without signed headers, which no API of lists asks for.
 *
 * @param timestamp `20140321T19:34:21+0000`
 */
export function edgeGridHeader(
  { method, url, body }: EdgeGridRequest,
  { clientToken, accessToken, clientSecret }: EdgeGridCredentials,
  timestamp: string,
  nonce: string,
): string {
  const unsigned = `EG1-HMAC-SHA256 client_token=${clientToken};access_token=${accessToken};timestamp=${timestamp};nonce=${nonce};`;
  const hash =
    method === 'POST' && body !== ''
      ? createHash('sha256').update(Buffer.from(body).subarray(0, HASHED_BYTES)).digest('base64')
      : '';
  const data = [
    method,
    url.protocol.replace(':', ''),
    url.host,
    `${url.pathname}${url.search}`,
    '',
    hash,
    unsigned,
  ].join('\t');
  const key = hmac(clientSecret, timestamp);
  return `${unsigned}signature=${hmac(key, data)}`;
}

function hmac(key: string, data: string): string {
  return createHmac('sha256', key).update(data).digest('base64');
}
