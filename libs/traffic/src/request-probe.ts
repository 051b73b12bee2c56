import { isAdminPanel } from './probes/admin-panel.js';
import { isEnumeration } from './probes/enumeration.js';
import { isExploit } from './probes/exploit.js';
import { isInjection } from './probes/injection.js';
import { foreignProtocol, isForeignMethod } from './probes/protocol.js';
import { type ProbedUrl, probedUrl } from './probes/probed-url.js';
import { isSensitiveFile } from './probes/sensitive-file.js';
import { isOrdinaryPath } from './probes/ordinary-path.js';
import { isTraversal } from './probes/traversal.js';
import { isWebshell } from './probes/webshell.js';

/** What a request probes for when no honest page links to it; `''` for ordinary requests. */
export type RequestProbe =
  | ''
  | 'sensitive_file'
  | 'admin_panel'
  | 'exploit'
  | 'injection'
  | 'traversal'
  | 'webshell'
  | 'open_proxy'
  | 'protocol'
  | 'enumeration';

/** In order of precedence: the more specific intention first. */
const PROBES: readonly (readonly [RequestProbe, (url: ProbedUrl) => boolean])[] = [
  ['exploit', isExploit],
  ['traversal', isTraversal],
  ['injection', isInjection],
  ['sensitive_file', isSensitiveFile],
  ['webshell', isWebshell],
  ['admin_panel', isAdminPanel],
  ['enumeration', isEnumeration],
];

/**
 * What a single request looks for that only scanners look for, by dictionaries of paths and by shape.
 * Says nothing about success, and nothing about requests that owners and their tools make as well
 * (`/wp-login.php`, `/wp-admin/`, `xmlrpc.php`, `robots.txt`, `/.well-known/`): those are judged by
 * rhythm and outcome. Letters' case, one or two layers of percent encoding, duplicate slashes do not
 * matter. Linear time.
 *
 * @param query without `?`
 * @param requestLine the line as logged where it is not HTTP or addresses a foreign host, else `''`
 * @param headers user agent (and referer), which carry Log4Shell and Shellshock
 */
export function requestProbe(
  method: string,
  path: string,
  query: string,
  requestLine: string,
  headers = '',
): RequestProbe {
  const foreign = foreignProtocol(requestLine);
  if (foreign !== '') return foreign;
  if (isForeignMethod(method)) return 'protocol';
  if (query === '' && headers === '' && (path === '' || isOrdinaryPath(path))) return '';
  const url = probedUrl(method, path, query, headers);
  return PROBES.find(([, matches]) => matches(url))?.[0] ?? '';
}
