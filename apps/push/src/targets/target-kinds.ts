import { akamai } from './akamai.js';
import { awsWaf } from './aws-waf.js';
import { cloudArmor } from './cloud-armor.js';
import { cloudflare } from './cloudflare.js';
import { crowdsecLapi } from './crowdsec-lapi.js';
import { fastly } from './fastly.js';
import { haproxy } from './haproxy.js';
import { type TargetKind } from './target-kind.js';

/** Every enforcement point that can be pushed to. Their descriptions differ; `kind` of the file picks one. */
export const TARGET_KINDS = [
  haproxy,
  awsWaf,
  cloudflare,
  fastly,
  akamai,
  cloudArmor,
  crowdsecLapi,
] as readonly unknown[] as readonly TargetKind[];
