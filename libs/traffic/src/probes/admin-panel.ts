import { literalPattern } from './literal-pattern.js';
import { type ProbedUrl } from './probed-url.js';

/** A first, second or third segment of this name is somebody's administration, whatever follows. */
export const PANEL_SEGMENTS: ReadonlySet<string> = new Set(
  `phpmyadmin pma myadmin mysqladmin mysql-admin sqladmin sql-admin dbadmin db-admin dbweb websql webdb webadmin sqlweb
  mysqlmanager sqlmanager phpma phppma php-my-admin php-myadmin phpmy phpmy-admin phpmyadmin-old phppgadmin sqlbuddy sqlite-manager
  adminer adminer.php mysql-adminer host-manager jmx-console web-console admin-console solr boaform goform hnap1
  luci webfig cpanel whm plesk webmin xampp a2billing vtigercrm axis2 nacos xxl-job-admin
  +cscoe+ +cscot+ dana-na dana-cached dana-ws sslvpn ssl-vpn global-protect vpnsvc tmui mifs evox hp_smh
  owa ecp sitecore wp-pma-mod zabbix nagios kcfinder elfinder fckeditor reportserver reports_server
  vcenter vsphere-client websso geoserver jeecg-boot`.split(/\s+/),
);

/** Beginnings of paths. */
export const PANEL_PATHS: readonly string[] = [
  '/manager/html',
  '/manager/text',
  '/manager/status',
  '/actuator',
  '/console/',
  '/config/getuser',
  '/currentsetting.htm',
  '/portal/redlion',
  '/remote/login',
  '/remote/logincheck',
  '/vpn/index.html',
  '/logon/logonpoint',
  '/cgi-bin/luci',
  '/luci/',
  '/druid/index.html',
  '/stalker_portal/',
  '/streaming/clients_live.php',
  '/system_api.php',
  '/recordings/index.php',
  '/cgi-bin/login.cgi',
  '/cgi-bin/authlogin.cgi',
  '/cgi-bin/videoconfiguration.cgi',
  '/admin/config.php',
  '/administrator/db',
  '/administrator/pma',
  '/administrator/phpmyadmin',
  '/administrator/web',
  '/webui/',
  '/sdk',
  '/v2/_catalog',
  '/_cat/',
  '/_all_dbs',
  '/_search',
  '/script',
  '/server-info',
  '/server-status',
  '/login.rsp',
  '/device.rsp',
  '/crx/',
  '/system/console',
  '/etc.clientlibs/crx',
  '/ui/login.action',
  '/core/skin/login.aspx',
  '/nmaplowercheck',
  '/jolokia',
  '/api/jsonws',
  '/autodiscover/autodiscover.xml',
];

/** Begins with a known path that ends there, at a separator, or in `/` itself. */
const KNOWN_PATH = new RegExp(`^(?:${literalPattern(PANEL_PATHS).source})(?:(?<=/)|$|[/.;])`);

/** Published by operations for their own balancers and monitors. */
const OPERATIONS = ['/actuator/health', '/actuator/info', '/actuator/prometheus'];

/**
 * Consoles of databases, application servers, routers and VPN appliances. An estate that serves one of
 * these on purpose says so by policy.
 */
export function isAdminPanel(url: ProbedUrl): boolean {
  const { path, segments, method } = url;
  if (segments.slice(0, 3).some((segment) => isPanel(segment))) return true;
  if (!KNOWN_PATH.test(path)) return false;
  // Outlook looks for its configuration by POST on the mail domain's own site.
  if (path.startsWith('/autodiscover/')) return method !== 'POST';
  return !OPERATIONS.some((known) => path.startsWith(known));
}

function isPanel(segment: string): boolean {
  if (PANEL_SEGMENTS.has(segment)) return true;
  // phpMyAdmin-4.8.1, phpmyadmin2, pma2020, myadmin2
  return /^(phpmyadmin|pma|myadmin|mysqladmin|adminer)[-_]?[\d.]{1,12}(-all-languages)?(\.php)?$/.test(
    segment,
  );
}
