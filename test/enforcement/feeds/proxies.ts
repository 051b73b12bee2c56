import { join } from 'node:path';

/** A proxy as docs/operations has it set up: what it reads, and how it is told to read again. */
export interface ProxySetup {
  readonly name: string;
  /** Of the feed. */
  readonly list: string;
  readonly programs: Readonly<Record<string, string>>;
  readonly start: (configuration: string) => readonly string[];
  readonly check: (configuration: string) => string;
  readonly reload: (folder: string) => string;
  /** `listed`: the file that the list is put into. */
  readonly configuration: (at: Place) => string;
}

interface Place {
  readonly folder: string;
  readonly listed: string;
  readonly port: number;
}

const NGINX = { '/usr/sbin/nginx': 'nginx-light' };
const nginx = {
  start: (configuration: string) => ['/usr/sbin/nginx', '-c', configuration, '-g', 'daemon off;'],
  check: (configuration: string) => `/usr/sbin/nginx -t -c ${configuration}`,
  reload: (folder: string) => `kill -HUP $(cat ${folder}/nginx.pid)`,
};

/** nginx with the visitor's address from a header, as behind a load balancer of one's own. */
const nginxConfiguration = (
  { folder, port }: Place,
  { before = '', http = '', server = '', location }: Record<string, string>,
): string => `
${before}
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3;
  uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  set_real_ip_from 127.0.0.1;
  real_ip_header X-Real-IP;
  ${http}
  server {
    listen 127.0.0.1:${port};
    ${server}
    location / { ${location ?? ''} return 200 "here\\n"; }
  }
}
`;

const nginxGeo: ProxySetup = {
  name: 'nginx with geo',
  list: 'nginx-geo',
  programs: NGINX,
  ...nginx,
  configuration: (at) =>
    nginxConfiguration(at, {
      http: `geo $wherefore { default ""; include ${at.listed}; }`,
      location: 'if ($wherefore = block) { return 403; }',
    }),
};

const nginxMap: ProxySetup = {
  name: 'nginx with map',
  list: 'nginx-map',
  programs: NGINX,
  ...nginx,
  configuration: (at) =>
    nginxConfiguration(at, {
      http: `map_hash_bucket_size 128; map $remote_addr $wherefore { default ""; include ${at.listed}; }`,
      location: 'if ($wherefore = block) { return 403; }',
    }),
};

const modSecurity: ProxySetup = {
  name: 'ModSecurity in nginx',
  list: 'modsecurity',
  programs: {
    ...NGINX,
    '/usr/lib/nginx/modules/ngx_http_modsecurity_module.so': 'libnginx-mod-http-modsecurity',
  },
  ...nginx,
  configuration: (at) =>
    nginxConfiguration(at, {
      before: 'load_module /usr/lib/nginx/modules/ngx_http_modsecurity_module.so;',
      server: `modsecurity on;
    modsecurity_rules '
      SecRuleEngine On
      SecRule REMOTE_ADDR "@ipMatchFromFile ${at.listed}" "id:1000001,phase:1,deny,status:403"
    ';`,
      // `return` in the first location would answer before ModSecurity has looked.
      location: 'try_files /none @here; } location @here {',
    }),
};

const haproxy: ProxySetup = {
  name: 'HAProxy with map',
  list: 'haproxy-map',
  programs: { '/usr/sbin/haproxy': 'haproxy' },
  start: (configuration) => [
    '/usr/sbin/haproxy',
    ...['-W', '-f', configuration, '-p', join(configuration, '..', 'haproxy.pid')],
  ],
  check: (configuration) => `/usr/sbin/haproxy -c -f ${configuration}`,
  reload: (folder) => `kill -USR2 $(cat ${folder}/haproxy.pid)`,
  configuration: ({ port, listed }) => `
defaults
  mode http
  timeout client 5s
  timeout server 5s
  timeout connect 5s
frontend site
  bind 127.0.0.1:${port}
  http-request set-src req.hdr(X-Real-IP) if { src 127.0.0.1 }
  http-request set-var(txn.wherefore) src,map_ip(${listed},none)
  http-request deny deny_status 403 if { var(txn.wherefore) -m str block }
  http-request return status 200 content-type text/plain string here
`,
};

export const PROXIES: readonly ProxySetup[] = [nginxGeo, nginxMap, haproxy, modSecurity];
