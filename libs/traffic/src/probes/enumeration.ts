import { type ProbedUrl } from './probed-url.js';

/** Texts that come with a product and name its version. */
export const VERSION_FILES: ReadonlySet<string> = new Set(
  'wlwmanifest.xml changelog.txt changelog.md changelog install.txt install.mysql.txt install.pgsql.txt upgrade.txt maintainers.txt joomla.xml en-gb.xml mt-check.cgi magento_version build-info.json installed.json'.split(
    ' ',
  ),
);

/** The same, but common words: only at the root or beside WordPress. */
export const ROOT_FILES: ReadonlySet<string> = new Set(
  'readme.html readme.txt readme.md license.txt licence.txt readme version.txt'.split(' '),
);

/** Scanners' own marks. */
export const SCANNER_MARKS: readonly string[] = [
  'nice ports,',
  '/trinity.txt.bak',
  'thereisnowaythat-you-canbethere',
  '/crowdsec-test-',
  '/acunetix',
  '/nessus',
  '/nikto',
  '/sitemap.xml.gz.bak',
];

/** Finding out users, plugins and versions: nothing is broken yet. */
export function isEnumeration(url: ProbedUrl): boolean {
  const { name, path, segments } = url;
  if (VERSION_FILES.has(name)) return true;
  if (ROOT_FILES.has(name) && (segments.length === 1 || path.includes('/wp-content/'))) return true;
  if (SCANNER_MARKS.some((mark) => path.includes(mark))) return true;
  return listsAuthors(url) || listsUsers(url);
}

/** `/?author=1`: WordPress answers with the login name. */
function listsAuthors(url: ProbedUrl): boolean {
  return (url.path === '/' || url.name === 'index.php') && /(^|&)author=\d{1,6}$/.test(url.query);
}

/** The list of users of WordPress' API; the editor asks for it with a context or for itself (`/me`). */
function listsUsers(url: ProbedUrl): boolean {
  const path = url.path.includes('/wp-json/') ? url.path : url.query;
  if (!path.includes('wp/v2/users') || path.includes('/users/me')) return false;
  return !/(^|&)(context|who|_locale)=/.test(url.query);
}
