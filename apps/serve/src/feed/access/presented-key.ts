/** Headers as Node gives them, names in lower case. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The key of a request: `X-Api-Key`, as bouncers send it, `Authorization: Bearer`, or the password of
 * `Authorization: Basic`, for appliances that know nothing else. Empty where there is none.
 */
export function presentedKey(headers: Headers): string {
  const key = headers['x-api-key'];
  if (typeof key === 'string') return key;
  const { authorization } = headers;
  if (typeof authorization !== 'string') return '';
  const [scheme = '', credentials = ''] = authorization.split(' ');
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (scheme.toLowerCase() !== 'basic') return '';
  const plain = Buffer.from(credentials, 'base64').toString();
  return plain.slice(plain.indexOf(':') + 1);
}
