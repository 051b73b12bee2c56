import { percentDecode } from '../percent-decode.js';
import { type RawRequest } from '../raw-request.js';
import { certificateAttribute } from './certificate-attribute.js';
import { jwtClaim } from './jwt-claim.js';
import { type MaterialPlace } from './material-place.js';
import { pairValue } from './pair-value.js';
import { compilePathPart } from './path-part.js';

/** Finds one piece of what identifies a visitor, as it stands in a request; `''` where it is not there. */
export type MaterialReader = (request: RawRequest) => string;

/** Characters kept of a value; the rest of a longer one does not count. */
const LONGEST_VALUE = 4_096;

/** Reads the first of some places that has a value. */
export function createMaterialReader(places: readonly MaterialPlace[]): MaterialReader {
  const readers = places.map(readerOf);
  return (request) => {
    for (const read of readers) {
      const value = read(request).slice(0, LONGEST_VALUE).trim();
      if (value !== '' && value !== '-') return value;
    }
    return '';
  };
}

function readerOf(place: MaterialPlace): MaterialReader {
  if ('header' in place) return headerReader(place.header, place.claim, place.attribute);
  if ('cookie' in place) return cookieReader(place.cookie, place.claim);
  if ('query' in place) return (request) => percentDecode(queryValue(request.target, place.query));
  const partOf = compilePathPart(place.path);
  return (request) => partOf(request.target);
}

function headerReader(
  name: string,
  claim: string | undefined,
  attribute: string | undefined,
): MaterialReader {
  const header: MaterialReader = (request) => request.details?.headers?.get(name) ?? '';
  if (claim !== undefined) return (request) => jwtClaim(header(request), claim);
  if (attribute !== undefined) return (request) => certificateAttribute(header(request), attribute);
  return header;
}

function cookieReader(name: string, claim: string | undefined): MaterialReader {
  const cookie: MaterialReader = (request) =>
    unquoted(pairValue(request.details?.headers?.get('cookie') ?? '', name, ';'));
  return claim === undefined ? cookie : (request) => jwtClaim(cookie(request), claim);
}

function unquoted(value: string): string {
  return value.length > 1 && value.startsWith('"') && value.endsWith('"')
    ? value.slice(1, -1)
    : value;
}

function queryValue(target: string, name: string): string {
  const question = target.indexOf('?');
  return question < 0 ? '' : pairValue(target.slice(question + 1), name, '&');
}
