import { isAsset } from '../asset-path.js';
import { type ProbedUrl } from './probed-url.js';

/** What people climb for. */
export const SYSTEM_FILES =
  /(etc\/(passwd|shadow|hosts|group|issue|hostname|crontab|nginx|apache2|httpd|mysql|php\.ini|ssh|f5-release)|win\.ini|boot\.ini|system32|windows\\win|proc\/self|proc\/version|c:[\\/]windows|dev\/cmdb|\/bin\/(ba)?sh)/;

/** Spellings that no link and no browser produces. */
const DISGUISED =
  /(%2e%2e|\.%2e|%2e\.|%252e|%c0%ae|%c0%af|%%32%65|\.\.%2f|\.\.%5c|\.\.;|\.\.\\|\.\.%c1)/;

/**
 * Climbing out of the site: disguised dots, `..` above the root, or a system file's name. Plain `..`
 * that stays inside is a broken relative link: old browsers ask for `fonts/../fonts/x.eot`.
 */
export function isTraversal(url: ProbedUrl): boolean {
  const { path, rawPath, query } = url;
  if (isDisguised(rawPath)) return true;
  if (path.includes('..') && climbsOut(url)) return true;
  if (SYSTEM_FILES.test(path) && !isAsset(path)) return true;
  return query !== '' && climbsInQuery(query);
}

function isDisguised(rawPath: string): boolean {
  const suspicious = rawPath.includes('%') || rawPath.includes('..');
  return suspicious && DISGUISED.test(rawPath);
}

function climbsOut(url: ProbedUrl): boolean {
  let depth = 0;
  for (const segment of url.segments) {
    if (segment === '..') depth--;
    else if (segment !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Two steps up at once, in a query. */
export const CLIMBS = /\.\.\/\.\.\/|\.\.\\\.\.\\/;

function climbsInQuery(query: string): boolean {
  if (!query.includes('/') && !query.includes('\\')) return false;
  return CLIMBS.test(query) || SYSTEM_FILES.test(query);
}
