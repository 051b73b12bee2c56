import { parseDictionary, serializeItem } from 'structured-headers';
import { type CoveredComponent, type SignatureInput } from './signature-input.js';
import { type SignedRequest } from './signed-request.js';

/**
 * The signature base of RFC 9421 section 2.5: a line for each covered component, then the parameters. Null where
 * the log does not carry a covered component, or carries it changed.
 */
export function signatureBase(
  { components, params }: SignatureInput,
  request: SignedRequest,
): string | null {
  const lines: string[] = [];
  for (const component of components) {
    const value = valueOf(component, request);
    if (value === null) return null;
    lines.push(`${component.text}: ${value}`);
  }
  return [...lines, `"@signature-params": ${params}`].join('\n');
}

function valueOf(component: CoveredComponent, request: SignedRequest): string | null {
  const { name, parameters } = component;
  if (name.startsWith('@')) return parameters.size === 0 ? derived(name, request) : null;
  const field = request.headers[name];
  if (field === undefined) return null;
  if (parameters.size === 0) return field.trim();
  const key = parameters.get('key');
  return parameters.size === 1 && typeof key === 'string' ? memberOf(field, key) : null;
}

/** Section 2.2. What was redacted in the log cannot be rebuilt. */
function derived(name: string, request: SignedRequest): string | null {
  const rebuild = DERIVED[name];
  const value = rebuild === undefined ? '' : rebuild(request);
  return value === '' || value.includes('~redacted:') ? null : value;
}

const DERIVED: Readonly<Record<string, (request: SignedRequest) => string>> = {
  '@method': ({ method }) => method,
  '@authority': ({ authority }) => authority,
  '@scheme': ({ scheme }) => scheme,
  '@path': ({ path }) => path,
  '@query': ({ query }) => `?${query}`,
  '@request-target': targetOf,
  '@target-uri': (request) => {
    const { scheme, authority } = request;
    return scheme === '' || authority === '' ? '' : `${scheme}://${authority}${targetOf(request)}`;
  },
};

function targetOf({ path, query }: SignedRequest): string {
  return query === '' ? path : `${path}?${query}`;
}

/** Section 2.1.2: one member of a dictionary field. */
function memberOf(field: string, key: string): string | null {
  try {
    const member = parseDictionary(field).get(key);
    return member === undefined || Array.isArray(member[0])
      ? null
      : serializeItem(member as Parameters<typeof serializeItem>[0]);
  } catch {
    return null;
  }
}
