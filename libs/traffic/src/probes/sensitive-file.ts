import { type ProbedUrl } from './probed-url.js';

/** Hidden folders that sites do publish. */
const PUBLISHED = new Set(
  '.well-known .netlify .auth .resources .imaging .magnolia .within.website .vercel .redwood'.split(
    ' ',
  ),
);

/** Files by name, wherever they lie. */
export const SENSITIVE_NAMES: ReadonlySet<string> = new Set(
  `id_rsa id_dsa id_ecdsa id_ed25519 authorized_keys known_hosts server.key private.key privatekey.key
  privkey.pem key.pem localhost.key credentials credentials.json credentials.csv secrets.json secrets.yml secrets.yaml
  secrets.toml client_secrets.json service-account.json serviceaccount.json serviceaccountkey.json firebase-adminsdk.json
  docker-compose.yml docker-compose.yaml dockerfile web.config appsettings.json appsettings.production.json
  appsettings.development.json composer.lock yarn.lock database.yml database.yaml settings.py local_settings.py
  parameters.yml config.inc.php sftp-config.json sftp.json deployment-config.json wp-config.php wp-config configuration.php-dist
  phpinfo.php php_info.php php-info.php pinfo.php phpinfo info.php infos.php _phpinfo.php getphpinfo.php i.php.bak phpversion.php
  error_log laravel.log php_errors.log npm-debug.log proftpdpasswd passwd shadow htpasswd htaccess master.key
  env.js env.json env.txt env.bak env.prod env.production config.json.bak winscp.ini filezilla.xml recentservers.xml
  terraform.tfstate terraform.tfvars jenkinsfile kubeconfig azuredeploy.json bitbucket-pipelines.yml`.split(
    /\s+/,
  ),
);

/** Whole paths. */
export const SENSITIVE_PATHS: readonly string[] = [
  '/wp-content/debug.log',
  '/storage/logs/',
  '/config/database.',
  '/_profiler/phpinfo',
  '/telescope/requests',
  '/debug/pprof',
  '/user_secrets.yml',
  '/etc/ssl/private',
  '/app_dev.php/_profiler',
];

/** Copies that editors and people leave beside programs and settings. */
const COPY =
  /\.(php\d?|asp|aspx|jsp|ya?ml|ini|conf|config|cnf|env|sql|py|rb|json)(\.(bak|bkp|backup|old|orig|original|save|saved|swp|swo|swn|tmp)|~|_bak|\.bak\d?|_old)$/;
const PACKED_COPY = /\.(php\d?|asp|aspx|conf|config|env)\.(dist|copy|sample|1|2|zip|gz|tar|tgz)$/;

/** Archives and dumps that are asked for by guessing: the name of a habit and an ending. */
const DUMP =
  /^(backups?|bak|dump|db|db_backup|dbdump|database|databases|sql|mysql|mysqldump|site|website|web|www|wwwroot|public|public_html|htdocs|html|root|home|old|new|archive|full|full_backup|latest|data|users?|customers?|wordpress|wp|joomla|laravel|app|code|src|source|release|1|123|2)([-_.]?(backup|bak|dump|old|\d{1,8}))?\.(zip|rar|7z|tar|tar\.gz|tar\.bz2|tgz|gz|bz2|sql|sql\.gz|sql\.zip|sqlite|sqlite3|bak|mdb|dump)$/;

/** Folders where people put what they mean to keep, and what they put there. */
const KEPT_IN = /^(backups?|bak|back|old|restore|dump|archive)$/;
const KEPT = /\.(sql|zip|rar|7z|tar|gz|tgz|bz2|bak|json|dump|mdb)$/;

/** Files and folders that hold secrets or sources and are never linked to: `.env`, `.git/`, keys, copies, dumps. */
export function isSensitiveFile(url: ProbedUrl): boolean {
  const { name, segments, path } = url;
  if (segments.some((segment) => isHidden(segment))) return true;
  if (SENSITIVE_NAMES.has(name) || name.startsWith('wp-config') || name.endsWith('.env'))
    return true;
  if (isCopy(name) || isDump(name, segments)) return true;
  return SENSITIVE_PATHS.some((known) => path.startsWith(known));
}

function isCopy(name: string): boolean {
  return COPY.test(name) || PACKED_COPY.test(name);
}

function isDump(name: string, segments: readonly string[]): boolean {
  if (name.endsWith('.sql') || (segments.length <= 2 && DUMP.test(name))) return true;
  return KEPT.test(name) && segments.slice(0, -1).some((segment) => KEPT_IN.test(segment));
}

/** `.git`, `.env.local`, `._.ds_store`; not `..`, not `.well-known`. */
function isHidden(segment: string): boolean {
  if (segment.charCodeAt(0) !== 46 || segment.length < 3) return false;
  const second = segment.charCodeAt(1);
  const letter = second >= 97 && second <= 122;
  return (letter || second === 95) && !PUBLISHED.has(segment);
}
