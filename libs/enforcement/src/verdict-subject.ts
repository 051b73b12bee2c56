import { type VisitorKeyType } from '#libs/intent';
import { enforceableAs } from './enforceable-as.js';
import { ipVersion } from './ip-version.js';
import { type SubjectParts, type VerdictSubject } from './verdict-message.js';

/**
 * The subject of a verdict on a visitor key, in the key's own text (see `VisitorKeyType`). `address` is the
 * address the visitor came from, for keys that are of one address.
 */
export function subjectOf(keyType: VisitorKeyType, key: string, address: string): VerdictSubject {
  return {
    type: keyType,
    value: key,
    parts: partsOf[keyType](key),
    ip_version: ofAddresses.has(keyType) ? ipVersion(address) : null,
    enforce_as: enforceableAs(keyType, key),
  };
}

const ofAddresses: ReadonlySet<VisitorKeyType> = new Set([
  'address',
  'address_user_agent',
  'prefix',
]);

/** What each part of a key is, so that no consumer has to take its text apart. */
const partsOf: Readonly<Record<VisitorKeyType, (key: string) => SubjectParts>> = {
  address: (key) => ({ address: key }),
  address_user_agent: (key) => {
    const [address, userAgent] = splitAt(key, key.indexOf('|'));
    return { address, user_agent: userAgent };
  },
  session: (key) => ({ session: key }),
  fingerprint: (key) => {
    const [userAgent, tls] = splitAt(key, key.lastIndexOf('|'));
    return { user_agent: userAgent, tls_fingerprint: tls };
  },
  prefix: (key) => ({ prefix: key }),
  network: (key) => ({ asn: Number(key.replace(/^AS/, '')) }),
  api_client: (key) => ({ api_client: key }),
  api_sub_visitor: (key) => {
    const [client, subVisitor] = splitAt(key, key.lastIndexOf('|'));
    return { api_client: client, sub_visitor: subVisitor };
  },
};

/** Text before and after the separator; all of it before where there is none. */
function splitAt(text: string, at: number): [string, string] {
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
