import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { unescapeHashes } from './hash-escapes.js';

const MOST_WORDS = 16;

/** `sni/TLSv1.3/TLS_AES_256_GCM_SHA384`, `httpslog`'s last field. */
const TLS = /^([\w.:-]{0,255})\/((?:TLS|SSL)v[\d.]{1,5})\/([\w-]{1,64})$/;
/** HAProxy's usual unique-id-format, and UUIDs. */
const UNIQUE_ID =
  /^(?:[\dA-F]{8,32}:[\dA-F]{1,4}_[\dA-F:_]{8,80}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i;

/** Reads what stands behind the request: TLS of `httpslog`, whose SNI names the site; a unique id; a browser's name. */
export function readHaproxyTail(tail: string, request: RawRequest): void {
  const agent = tail.indexOf('"Mozilla/');
  const agentEnd = agent < 0 ? -1 : tail.indexOf('"', agent + 1);
  if (agentEnd > 0) request.userAgent ||= unescapeHashes(tail.slice(agent + 1, agentEnd));
  for (const word of tail.split(' ', MOST_WORDS)) {
    if (UNIQUE_ID.test(word)) request.requestId ||= word;
    const tls = TLS.exec(word);
    if (tls !== null) applyTls(tls, request);
  }
}

function applyTls(tls: RegExpExecArray, request: RawRequest): void {
  const [, sni = '', protocol = '', cipher = ''] = tls;
  const details = detailsOf(request);
  details.tlsProtocol = protocol;
  details.tlsCipher = cipher === '-' ? '' : cipher;
  request.scheme = 'https';
  if (sni !== '-') request.host ||= sni;
}
