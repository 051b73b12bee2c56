/** Path and query put together, unless the path has a query already; either may be `''`. */
export function joinTarget(path: string, query: string): string {
  if (path === '' || query === '' || path.includes('?')) return path;
  return `${path}?${query.startsWith('?') ? query.slice(1) : query}`;
}
