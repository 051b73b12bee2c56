import { akamaiDs2Text } from './formats/akamai-ds2-text.js';
import { awsAlb } from './formats/aws-alb.js';
import { awsElb } from './formats/aws-elb.js';
import { awsS3 } from './formats/aws-s3.js';
import { cloudfrontRealtime } from './formats/cloudfront-realtime.js';
import { cloudfrontStandard } from './formats/cloudfront-standard.js';
import { f5Text } from './formats/f5-text.js';
import { iisW3c } from './formats/iis-w3c.js';
import { combined } from './formats/combined.js';
import { common } from './formats/common.js';
import { envoyText } from './formats/envoy-text.js';
import { haproxy } from './formats/haproxy.js';
import { ingressNginx } from './formats/ingress-nginx.js';
import { nginxProxyManager } from './formats/nginx-proxy-manager.js';
import { npmplus } from './formats/npmplus.js';
import { traefikClf } from './formats/traefik-clf.js';
import { usualCombined } from './formats/usual-combined.js';
import { vhostCombined } from './formats/vhost-combined.js';
import { zoraxy } from './formats/zoraxy.js';
import { type LogFormat } from './log-format.js';

/** Every text layout, in the order in which a line is held against them. */
export const logFormats: readonly LogFormat[] = [
  usualCombined,
  awsAlb,
  awsElb,
  awsS3,
  f5Text,
  cloudfrontRealtime,
  cloudfrontStandard,
  iisW3c,
  akamaiDs2Text,
  nginxProxyManager,
  npmplus,
  envoyText,
  zoraxy,
  haproxy,
  traefikClf,
  ingressNginx,
  // Takes whatever is left: the last that recognises anything.
  combined,
  vhostCombined,
  common,
];
