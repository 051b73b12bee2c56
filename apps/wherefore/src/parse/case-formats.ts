import { type LogFormatName } from '#libs/traffic';

/**
 * The formats that may read the lines of a folder of conformance cases; the usual one first. Folders are named after
 * producers, our formats after layouts, so that one folder may hold several.
 */
const FORMATS_OF: Readonly<Record<string, readonly LogFormatName[]>> = {
  akamai_ds2: ['akamai_ds2', 'akamai_ds2_text'],
  apache: ['combined', 'vhost_combined', 'common'],
  apisix_kafka_logger: ['apisix'],
  aws_alb: ['aws_alb'],
  aws_clb: ['aws_elb'],
  aws_s3: ['aws_s3'],
  azure_appgw: ['azure_app_gateway'],
  azure_frontdoor: ['azure_front_door'],
  caddy_json: ['caddy_json'],
  cloudflare_logpush: ['cloudflare_logpush'],
  cloudfront_realtime: ['cloudfront_realtime'],
  cloudfront_standard: ['cloudfront_standard', 'cloudfront_json'],
  cpanel: ['combined'],
  ecs_json: ['ecs_json'],
  envoy_json: ['envoy_json'],
  envoy_text: ['envoy_text'],
  f5_ltm_ts: ['f5_json', 'f5_text'],
  fastly_clf: ['common', 'combined'],
  fastly_json: ['fastly_json'],
  gcp_lb: ['gcp_load_balancer'],
  haproxy_http: ['haproxy'],
  haproxy_tcp: ['haproxy'],
  iis: ['iis_w3c'],
  incapsula_w3c: ['iis_w3c'],
  kong: ['kong'],
  netscaler_w3c: ['iis_w3c'],
  nginx_combined: ['combined', 'vhost_combined', 'common'],
  nginx_custom: ['npmplus', 'combined', 'vhost_combined', 'common'],
  nginx_ingress_upstreaminfo: ['ingress_nginx'],
  nginx_json: ['nginx_json', 'json'],
  nginx_main: ['combined'],
  nginx_proxy_manager: ['nginx_proxy_manager', 'combined', 'npmplus'],
  otlp_json: ['otlp'],
  traefik_clf: ['traefik_clf'],
  traefik_json: ['traefik_json'],
  zoraxy: ['zoraxy'],
};

/** Which of our formats read the lines of a case folder; none where the folder is not known. */
export function formatsOfCase(folder: string): readonly LogFormatName[] {
  return Object.hasOwn(FORMATS_OF, folder) ? (FORMATS_OF[folder] ?? []) : [];
}
