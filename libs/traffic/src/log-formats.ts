import { combined } from './formats/combined.js';
import { common } from './formats/common.js';
import { nginxJson } from './formats/nginx-json.js';
import { vhostCombined } from './formats/vhost-combined.js';
import { type LogFormat } from './log-format.js';

/** Every log format a source can name; a new one is one new file and one line here. */
export const logFormats: readonly LogFormat[] = [combined, vhostCombined, common, nginxJson];
