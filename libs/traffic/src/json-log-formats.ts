import { cloudfrontJson } from './formats/cloudfront-json.js';
import { json } from './formats/json.js';
import { nginxJson } from './formats/nginx-json.js';
import { type JsonLogFormat } from './json-log-format.js';

/** Every JSON layout, in the order in which an object is held against them; the general one comes last. */
export const jsonLogFormats: readonly JsonLogFormat[] = [cloudfrontJson, nginxJson, json];
