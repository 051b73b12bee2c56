import { combined } from './formats/combined.js';
import { common } from './formats/common.js';
import { vhostCombined } from './formats/vhost-combined.js';
import { type LogFormat } from './log-format.js';

/** Every text layout, in the order in which a line is held against them. */
export const logFormats: readonly LogFormat[] = [combined, vhostCombined, common];
