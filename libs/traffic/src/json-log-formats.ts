import { akamaiDs2 } from './formats/akamai-ds2.js';
import { apisix } from './formats/apisix.js';
import { azureAppGateway } from './formats/azure-app-gateway.js';
import { azureFrontDoor } from './formats/azure-front-door.js';
import { caddyJson } from './formats/caddy-json.js';
import { cloudflareLogpush } from './formats/cloudflare-logpush.js';
import { ecsJson } from './formats/ecs-json.js';
import { envoyJson } from './formats/envoy-json.js';
import { f5Json } from './formats/f5-json.js';
import { fastlyJson } from './formats/fastly-json.js';
import { gcpLoadBalancer } from './formats/gcp-load-balancer.js';
import { kong } from './formats/kong.js';
import { traefikJson } from './formats/traefik-json.js';
import { cloudfrontJson } from './formats/cloudfront-json.js';
import { json } from './formats/json.js';
import { nginxJson } from './formats/nginx-json.js';
import { otlp } from './formats/otlp.js';
import { type JsonLogFormat } from './json-log-format.js';

/** Every JSON layout, in the order in which an object is held against them; the general one comes last. */
export const jsonLogFormats: readonly JsonLogFormat[] = [
  cloudfrontJson,
  traefikJson,
  caddyJson,
  envoyJson,
  cloudflareLogpush,
  fastlyJson,
  akamaiDs2,
  azureFrontDoor,
  azureAppGateway,
  gcpLoadBalancer,
  f5Json,
  kong,
  apisix,
  ecsJson,
  otlp,
  nginxJson,
  json,
];
