import { type RawRequest } from '../raw-request.js';
import { parseAbsoluteUrl } from './json-absolute-url.js';

/**
 * Takes the absolute URL that a load balancer made of a request apart: into scheme, host asked for, and
 * the target as the visitor sent it. For logs that write it themselves only: what a visitor writes does
 * not choose the site.
 */
export function useOriginForm(request: RawRequest): void {
  const url = parseAbsoluteUrl(request.target);
  if (url === null) return;
  request.target = url.target;
  if (request.scheme === '') request.scheme = url.scheme;
  request.host = url.authority;
  request.requestLine = `${request.method} ${url.target}`;
}
