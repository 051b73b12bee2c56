import { hexDigit, percentDecode } from '../percent-decode.js';

const LONGEST_NAME = 4_096;

/** Object identifiers that stand for the usual attributes where a server does not know their names. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  cn: ['commonname', '2.5.4.3', 'oid.2.5.4.3'],
  o: ['organizationname', '2.5.4.10', 'oid.2.5.4.10'],
  organizationidentifier: ['2.5.4.97', 'oid.2.5.4.97'],
};

/**
 * An attribute of a client certificate's subject as TLS terminators hand it on: RFC 4514 (`CN=a,O=b`), OpenSSL's one line
 * (`/CN=a/O=b`), or Envoy's `x-forwarded-client-cert` (`...;Subject="CN=a,O=b"`, of several the nearest).
 * Names in any case, `organizationIdentifier` as 2.5.4.97 too. `''` where it is missing.
 */
export function certificateAttribute(text: string, attribute: string): string {
  const wanted = attribute.toLowerCase();
  const names = Object.hasOwn(ALIASES, wanted) ? [wanted, ...(ALIASES[wanted] ?? [])] : [wanted];
  for (const part of partsOf(subjectOf(text.slice(0, LONGEST_NAME)))) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(0, equals)).trim().toLowerCase();
    if (names.includes(name)) return attributeValue(part.slice(equals + 1).trim());
  }
  return '';
}

/** The subject inside `x-forwarded-client-cert`, else the text itself. */
function subjectOf(text: string): string {
  const from = text.lastIndexOf(SUBJECT);
  if (from < 0) return text;
  const start = from + SUBJECT.length;
  const end = text.indexOf('"', start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}

const SUBJECT = 'Subject="';

/** `CN=a` and the like; a separator behind a backslash or inside quotes separates nothing. */
function partsOf(name: string): string[] {
  const separators = name.startsWith('/') ? '/' : ',+;';
  const parts: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < name.length; at++) {
    const character = name.charAt(at);
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && separators.includes(character)) {
      parts.push(name.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(name.slice(from));
  return parts;
}

function attributeValue(text: string): string {
  if (/^#(?:[0-9a-f]{2}){3}/i.test(text)) return derText(text.slice(1));
  const bare = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return unescaped(bare ? text.slice(1, -1) : text);
}

/** The characters of a DER string in hexadecimal: a tag, a length below 128, then UTF-8. */
function derText(hex: string): string {
  return percentDecode(hex.slice(4).replace(/[0-9a-f]{2}/gi, '%$&'));
}

/** Without backslashes: `\,` is a comma, `\C3\A4` are bytes of UTF-8. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) !== '\\') plain += encoded(text.charAt(at));
    else if (isHexPair(text, at + 1)) {
      plain += `%${text.slice(at + 1, at + 3)}`;
      at += 2;
    } else plain += encoded(text.charAt(++at));
  }
  return percentDecode(plain);
}

const encoded = (character: string): string => (character === '%' ? '%25' : character);

function isHexPair(text: string, at: number): boolean {
  return hexDigit(text.charCodeAt(at)) >= 0 && hexDigit(text.charCodeAt(at + 1)) >= 0;
}
