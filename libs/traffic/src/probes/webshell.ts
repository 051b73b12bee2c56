import { type ProbedUrl } from './probed-url.js';

/** Names under which shells are left behind (without `.php` and the like). */
const NAMES = new Set(
  `c99 r57 wso wso2 wso25 b374k alfa alfanew alfa-rex alfashell alfacgiapi indoxploit indosec shell shell1 shell2 shells cmd
  webshell xshell wshell config_shell simple-shell mini minishell leafmailer leaf marijuana 0byte priv8 gel4y gecko
  uploader upl upfile up wp-conflg conflg confg wp-admins wp-22 wp-blogs wp-signups wp-load1 wp-2019 lock360 radio1
  xiaoma xiaomae xiaomar xiaoxi xiao hell hack hacked hacker fuck fack payload muhstik vuln vuln1 vulnspy
  cnm ssaa laobiao lanyecn izom qiqi zuoshou zuoindex undx 1ndex spread spre sqlk tyrant toor t00ls dede sheep
  angel bypass fx r00t root pwn pwnd owned defaced kill bdkr28 bala wikindex erin2 repeater wp_wrong_datlib
  test404 404shell ioxi-o ioxi doorway mar xleet xleet-shell ws83 wp-sigunq chosen cong olux 90sec zshmindex zxc zxc1 zxy jsc`.split(
    /\s+/,
  ),
);

/** Folders into which visitors upload and from which no program is served. */
const UPLOADS = [
  '/wp-content/uploads/',
  '/.well-known/',
  '/uploads/',
  '/upload/',
  '/wp-content/upgrade/',
];

/** Programs of WordPress' includes that pages do ask for. */
const SERVED = new Set(['wp-tinymce.php', 'ms-files.php', 'load-scripts.php', 'load-styles.php']);

const PROGRAM = /\.(php\d?|phtml|phar|jsp|jspx|asp|aspx|ashx|cfm|pl)$/;

/**
 * Programs left behind by earlier intruders: known names, `.php` where only uploads lie, in WordPress'
 * includes, and names of one character (or one repeated) at the root, which scanners try in rows.
 */
export function isWebshell(url: ProbedUrl): boolean {
  const { name, path } = url;
  if (!PROGRAM.test(name)) return false;
  const stem = name.slice(0, name.lastIndexOf('.'));
  if (NAMES.has(stem) || /(^|[_-])shell$/.test(stem)) return true;
  if (UPLOADS.some((folder) => path.includes(folder))) return true;
  if (path.includes('/wp-includes/') && !SERVED.has(name)) return true;
  return url.segments.length === 1 && isThoughtless(stem) && url.query === '';
}

/** `a`, `1`, `12`, `qq`, `zzz`: what is quickly typed. */
function isThoughtless(stem: string): boolean {
  if (/^\d{1,2}$/.test(stem) || stem.length === 1) return true;
  if (stem === 'www' || stem.length > 4) return false;
  return stem === stem.charAt(0).repeat(stem.length);
}
