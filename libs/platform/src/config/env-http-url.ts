import { rule } from './rule.js';

/** An http(s) URL with nothing secret in it: no user, password, query or fragment. */
export function EnvHttpUrl(): PropertyDecorator {
  return rule(
    'envHttpUrl',
    (value) => typeof value === 'string' && isPlainHttpUrl(value),
    'must be a URL like http://host:8123, without user, password, query or fragment',
  );
}

function isPlainHttpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const url = new URL(value);
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:';
  return isHttp && url.username + url.password + url.search + url.hash === '';
}
