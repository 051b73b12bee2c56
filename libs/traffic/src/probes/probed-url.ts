import { percentDecode, percentDecodeTwice } from '../percent-decode.js';

/** A request as the dictionaries look at it: lower case, decoded, duplicate slashes collapsed. */
export interface ProbedUrl {
  readonly method: string;
  /** As it came, lower case: how a thing was spelled tells too (`%2e%2e`). */
  readonly rawPath: string;
  readonly path: string;
  readonly segments: readonly string[];
  /** The last segment. */
  readonly name: string;
  readonly query: string;
  readonly headers: string;
}

export function probedUrl(method: string, path: string, query: string, headers: string): ProbedUrl {
  const rawPath = path.toLowerCase();
  const decoded = percentDecodeTwice(rawPath)
    .toLowerCase()
    .replace(/\/{2,}/g, '/');
  const segments = decoded.split('/').filter((segment) => segment !== '');
  return {
    method,
    rawPath,
    path: decoded,
    segments,
    name: segments.at(-1) ?? '',
    query: decodeQuery(query),
    headers: headers.includes('{') ? headers.toLowerCase() : '',
  };
}

/** A query as the dictionaries look at it: decoded twice, lower case. */
export function decodeQuery(query: string): string {
  if (query === '') return '';
  const spaced = query.includes('+') ? query.replaceAll('+', ' ') : query;
  return percentDecode(percentDecode(spaced)).toLowerCase();
}
