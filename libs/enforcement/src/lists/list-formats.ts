import { cidrMerged } from './cidr-merged.js';
import { f5 } from './f5.js';
import { haproxyMap } from './haproxy-map.js';
import { json } from './json.js';
import { type ListFormat } from './list-format.js';
import { modsecurity } from './modsecurity.js';
import { nginxGeo } from './nginx-geo.js';
import { nginxMap } from './nginx-map.js';
import { plain } from './plain.js';

/** Every format a list can be had in, by its name. A new one is a file and a line here. */
export const LIST_FORMATS: ReadonlyMap<string, ListFormat> = new Map(
  [plain, cidrMerged, nginxGeo, nginxMap, haproxyMap, modsecurity, f5, json].map((format) => [
    format.name,
    format,
  ]),
);
