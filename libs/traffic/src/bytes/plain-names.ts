import { jsonProtocolVersion } from '../scan/json-protocol-version.js';
import { loggedCountry } from '../scan/logged-country.js';
import { loggedSite } from '../scan/logged-site.js';
import { loggedTlsVersion } from '../scan/logged-tls-version.js';

/** Longer names are cut. */
const LONGEST = 255;

/** What is stored of a text as logged, and the number it tells besides, if any; null where its line is read as text. */
export interface PlainName {
  readonly name: string;
  readonly number: number;
}

const named = (name: string, number = 0): PlainName => ({ name, number });

/** How the texts of few values in a line become what is stored of them. */
export const PLAIN_NAMES = {
  scheme: (text: string) => named(text.toLowerCase()),
  /** With the port behind it, 0 where there is none. A text that names no host leaves it to the source. */
  site: (text: string) => {
    const { host, port } = loggedSite(text);
    return named(host, port ?? 0);
  },
  version: (text: string) => {
    const version = jsonProtocolVersion(text);
    return version === '' ? null : named(version);
  },
  tlsVersion: (text: string) => named(loggedTlsVersion(text)),
  country: (text: string) => named(loggedCountry(text)),
  name: (text: string) => (text.length > LONGEST ? null : named(text)),
} as const satisfies Readonly<Record<string, (text: string) => PlainName | null>>;
