export { type AccessEvent } from './access-event.js';
export { canonicalRequest, type CanonicalRequest } from './canonical-request.js';
export { canonicalAddress } from './canonical-address.js';
export { type JsonFieldMap } from './json-field-map.js';
export { LOG_FORMAT_NAMES, type LogFormatName } from './log-format-name.js';
export { createLineParser, type LineParser } from './line-parser.js';
export { type LineContext } from './line-context.js';
export { type LogItem } from './log-item.js';
export { type JsonRecord } from './json-record.js';
export { type EventDetails } from './event-details.js';
export { createRequestReader } from './request-reader.js';
export { applySourceIdentity } from './identity/apply-source-identity.js';
export { createClientFinder, type FoundClient } from './identity/client-finder.js';
export { parseCidr } from './identity/cidr.js';
export { type MaterialPlace } from './identity/material-place.js';
export { type SourceIdentity } from './identity/source-identity.js';
export { type ParsedLine } from './parsed-line.js';
export { ipv4Number, parseIpv4 } from './scan/ipv4.js';
export { parseIpv6 } from './scan/ipv6.js';
export { pathRole } from './path-role.js';
export { type PathRoleRule } from './path-role-rule.js';
export { PATH_ROLES, type PathRole } from './path-roles.js';
export { pathTemplate } from './path-template.js';
export { redactText } from './redact/redact-text.js';
export { redactUrl, type RedactedUrl, type UrlParts } from './redact/redact-url.js';
export { type RejectReason } from './reject-reason.js';
export { requestProbe, type RequestProbe } from './request-probe.js';
export { type Source } from './source.js';
export { JSON_FIELDS } from './json-field-map.js';
export { unknownJsonFields } from './unknown-json-fields.js';
export { TRAILING_FIELDS } from './scan/trailing-fields.js';
export { isDirective, readDirective } from './scan/w3c-directive.js';
export { RecentTexts } from './recent-texts.js';
export { ByteTable } from './bytes/byte-table.js';
export { LineBytes } from './bytes/line-bytes.js';
export {
  isPlainQuery,
  isPlainReferer,
  isPlainUserAgent,
  plainAddress,
  plainPath,
  probeBeforeQuery,
  roleOfPlainQuery,
} from './bytes/plain-pieces.js';
export { LinePieces, USUAL_VERSIONS } from './bytes/line-pieces.js';
export { FlatObjects } from './bytes/flat-objects.js';
export { FLAT_FIELDS } from './bytes/flat-plan.js';
export { PLAIN_NAMES, type PlainName } from './bytes/plain-names.js';
export { UsualPieces } from './bytes/usual-pieces.js';
