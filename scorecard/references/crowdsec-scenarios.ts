import { type CrowdsecRequest } from './crowdsec-request.js';
import { type BucketRule } from './leaky-bucket.js';

/** One scenario of CrowdSec's hub: which requests of an address fill its bucket. */
export interface CrowdsecScenario extends BucketRule {
  readonly name: string;
  readonly filter: (request: CrowdsecRequest) => boolean;
  /** What has to differ for a request to count. */
  readonly distinct?: (request: CrowdsecRequest) => string;
}

const SECOND = 1_000;
const refused = ({ status }: CrowdsecRequest): boolean => [400, 403, 404].includes(status);
const missing = ({ status }: CrowdsecRequest): boolean => [403, 404].includes(status);
const whole = (request: CrowdsecRequest): string => request.whole;
const path = (request: CrowdsecRequest): string => request.path;
const query = (request: CrowdsecRequest): string => request.query;
const isAttempt = ({ method }: CrowdsecRequest): boolean =>
  !['OPTIONS', 'PROPFIND', 'REPORT'].includes(method);

/** Of crowdsecurity/sec-lists (web/): what the words of its files have in common, not the files. */
const SENSITIVE =
  /(?:\.(?:sql(?:\.(?:gz|tar|bzip2|bz2|zip|rar|7z))?|bash_history|bashrc|cache|config|cvs|cvsignore|env|forward|git|git\/HEAD|history|hta|htaccess|htpasswd|listings?|mysql_history|passwd|pwd|perf|profile|rhosts|sh_history|ssh|subversion|svn|svn\/entries|bak|exe|bat|dll|printer|pac|aws)|aws\/credentials|composer\.(?:json|lock)|debug\.log)$/;
const ADMIN = /\/(?:phpmyadmin|pma|admin|wp-admin|manager|wp-login)/i;
const BACKDOOR =
  /(?:shell|c99|r57|c100|wso|b37|root|r00t|alfa|xleet|filesman|backdoor|zehir|spy|cmd|up|udp|ddos|egy|dq|dra|mma|angel|locus|weevely|simple_cmd)[\w.-]*\.(?:php|jsp|aspx?|pl)$/i;
const TRAVERSAL =
  /\.\.[/\\]|%2e%2e%2f|%252e%252e%252f|(?:\/|%2f)etc(?:\/|%2f)(?:passwd|hosts|shadow|groups)|=(?:file|zip|php|expect|data):\/\/|\/proc\/self\/|\/var\/log\/|windows\/win\.ini|boot\.ini/i;
const SQL =
  /%40%40version|xp_cmdshell|information_schema\.tables|%20union%20(?:all%20)?select%20|%2cnull%2cnull|(?:benchmark|load_file|substr|substring|selectchar|chr|distinct|pg_sleep|sleep|upper|hex)(?:%28|\()/i;
const SCRIPT =
  /<script|%3cscript|javascript:|onerror=|onload=|alert(?:%28|\()|prompt(?:%28|\()|<(?:br|img|svg|iframe|body|object|embed)|%3c(?:img|svg|iframe)|string\.fromcharcode|document\.(?:cookie|domain|vulnerable)/i;
const BAD_AGENT =
  /acunetix|censysinspect|dirbuster|fimap|havij|httrack|jorgee|l9explore|libwhisker|masscan|morfeus|mozlila|muhstik|mj12bot|nessus|netsparker|nikto|nmap|nuclei|nutch|openvas|petalbot|scrapy|shodan|siphon|sqlmap|sitesucker|w00tw00t|webcopier|webzip|whatweb|wpscan|zgrab|zmeu|blexbot|dotbot|ccbot|\bwebdav\b|\bpycurl\b|microsoft data access|windows nt 5\.0|micromessenger/i;
const WP_CONFIG = /wp-config\.php[\w.~-]*|\.wp-config\.php/i;
const KNOWN_HOLES =
  /\/vendor\/phpunit\/.*eval-stdin\.php|invokefunction|think(?:%5c|\\)|\$\{jndi:|\$%7bjndi|\/cgi-bin\/(?:\.|%2e|%%)|\/_ignition\/execute-solution|\/global-protect\/login\.esp|\/nas_sharing\.cgi|\/tmui\/login\.jsp|\/remote\/fgt_lang|\/dana-na\/|\/catalog-portal\/ui\/oauth\/verify|class\.module\.classloader|\/setup\.cgi|\/server-info\?\.\.|\/public\/plugins\/[^?]*\.\./i;

/**
 * The scenarios for web logs of crowdsecurity/base-http-scenarios, /wordpress and /http-cve, with the parameters their files
 * publish (https://hub.crowdsec.net, read in 2025). Where a scenario reads a word list, ours is a pattern of the same sort:
 * http-bad-user-agent knows fewer names than CrowdSec's 600.
 */
export const CROWDSEC_SCENARIOS: readonly CrowdsecScenario[] = [
  {
    name: 'http-crawl-non_statics',
    capacity: 40,
    leakMs: 0.5 * SECOND,
    filter: ({ isStatic }) => !isStatic,
    distinct: path,
  },
  {
    name: 'http-probing',
    capacity: 10,
    leakMs: 10 * SECOND,
    filter: (request) => refused(request) && !request.isStatic,
    distinct: whole,
  },
  {
    name: 'http-bad-user-agent',
    capacity: 1,
    leakMs: 60 * SECOND,
    filter: ({ userAgent }) => BAD_AGENT.test(userAgent),
  },
  {
    name: 'http-bf-wordpress_bf',
    capacity: 5,
    leakMs: 10 * SECOND,
    filter: ({ method, file, status }) =>
      method === 'POST' && file === 'wp-login.php' && status === 200,
  },
  {
    name: 'http-bf-wordpress_bf_xmlrpc',
    capacity: 5,
    leakMs: 10 * SECOND,
    filter: ({ method, file, status }) =>
      method === 'POST' && file === 'xmlrpc.php' && status === 200,
  },
  {
    name: 'http-generic-401-bf',
    capacity: 5,
    leakMs: 10 * SECOND,
    filter: (request) => request.status === 401 && isAttempt(request),
  },
  {
    name: 'http-generic-403-bf',
    capacity: 5,
    leakMs: 10 * SECOND,
    filter: (request) => request.status === 403 && isAttempt(request),
  },
  {
    name: 'http-sensitive-files',
    capacity: 4,
    leakMs: 5 * SECOND,
    filter: (request) => SENSITIVE.test(request.path),
    distinct: path,
  },
  {
    name: 'http-admin-interface-probing',
    capacity: 1,
    leakMs: 10 * SECOND,
    filter: (request) => missing(request) && ADMIN.test(request.whole),
    distinct: whole,
  },
  {
    name: 'http-backdoors-attempts',
    capacity: 1,
    leakMs: 5 * SECOND,
    filter: (request) => BACKDOOR.test(request.path),
    distinct: path,
  },
  {
    name: 'http-path-traversal-probing',
    capacity: 3,
    leakMs: 10 * SECOND,
    filter: (request) => TRAVERSAL.test(request.whole),
    distinct: whole,
  },
  {
    name: 'http-sqli-probing',
    capacity: 10,
    leakMs: 1 * SECOND,
    filter: (request) => SQL.test(request.query),
    distinct: query,
  },
  {
    name: 'http-xss-probing',
    capacity: 5,
    leakMs: 1 * SECOND,
    filter: (request) => SCRIPT.test(request.query),
    distinct: query,
  },
  {
    name: 'http-open-proxy',
    capacity: 0,
    leakMs: 0,
    filter: ({ method, status, target }) =>
      [400, 405].includes(status) && (method === 'CONNECT' || target.startsWith('http')),
  },
  {
    name: 'http-wordpress-scan',
    capacity: 3,
    leakMs: 10 * SECOND,
    filter: (request) =>
      missing(request) && /\/wp-[^?]*\.(?:php|txt|md)(?:\?|$)/i.test(request.whole),
    distinct: whole,
  },
  {
    name: 'http-wordpress_user-enum',
    capacity: 5,
    leakMs: 10 * SECOND,
    filter: (request) => /author=/i.test(request.query),
    distinct: query,
  },
  {
    name: 'http-wordpress_wpconfig',
    capacity: 5,
    leakMs: 10 * SECOND,
    filter: (request) => WP_CONFIG.test(request.path),
    distinct: path,
  },
  {
    name: 'http-cve (one request)',
    capacity: 0,
    leakMs: 0,
    filter: ({ whole: target, userAgent, referer }) =>
      [target, userAgent, referer].some((text) => KNOWN_HOLES.test(text)),
  },
];
