import { DEFAULT_JSON_FIELD_MAP } from '../default-json-field-map.js';
import { type JsonLogFormat } from '../json-log-format.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { type NamedFormat } from '../scan/named-format.js';
import { type Source } from '../source.js';

/**
 * One JSON object a line, as nginx writes it with a `log_format … escape=json` of the owner's design:
 * hence a field map, and usual names where it is silent. The general reader of JSON logs. The time is
 * the end of the request (`$msec`, `$time_iso8601`, `$time_local`).
 */
export const nginxJson: JsonLogFormat = {
  name: 'nginx_json',
  recognises: () => true,
  createReader: (source) => createMappedReader(mapped(source)),
  mapped,
};

function mapped({ fieldMap }: Source): NamedFormat {
  return {
    names: DEFAULT_JSON_FIELD_MAP,
    ownNames: fieldMap,
    timeKind: 'end',
    headerOf: headerOfVariable,
  };
}

/** Names that begin like a variable for a header and are fields of their own, or of something else. */
const NO_HEADER = new Set([
  ...['method', 'version', 'status', 'status_code', 'code', 'host', 'url', 'uri', 'path', 'scheme'],
  ...['user_agent', 'useragent', 'referer', 'referrer', 'x_forwarded_for', 'protocol', 'bytes'],
]);

/** nginx's variables for request headers: `http_accept_language` → `accept-language`. */
function headerOfVariable(key: string): string {
  const name = key.startsWith('http_') ? key.slice(5) : '';
  if (NO_HEADER.has(name) || name.startsWith('request') || name.startsWith('response')) return '';
  return name.replaceAll('_', '-');
}
