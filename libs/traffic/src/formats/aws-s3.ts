import { type LogFormat } from '../log-format.js';
import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { awsCount, awsStatus, awsText, awsWords } from '../scan/aws-words.js';
import { clfTime } from '../scan/clf-time.js';
import { unescapeLogged } from '../scan/quoted-text.js';
import { parseRequestLine } from '../scan/request-line.js';

/**
 * Amazon S3 server access log. The time is that of the request's arrival; `bytes sent` leaves HTTP's own
 * out; total time is in milliseconds. Entries of S3's own work (lifecycle) are no requests.
 */
export const awsS3: LogFormat = {
  name: 'aws_s3',
  recognises: (line) => {
    const bucket = line.indexOf(' ') + 1;
    return line.charCodeAt(line.indexOf(' ', bucket) + 1) === BRACKET && LOOKS.test(line);
  },
  createReader: () => readLine,
};

const BRACKET = 91;

/** Owner, bucket, time, address or `-`, requester, request id, and the operation, which S3 names in capitals. */
const LOOKS =
  /^\S{1,128} [A-Za-z0-9._-]{3,63} \[\d\d\/[A-Z][a-z]{2}\/\d{4}:[^\]]{8,20}\] \S{1,64} \S{1,200} \S{1,64} (REST|WEBSITE|SOAP|S3|BATCH)\./;

/** Fields behind the time. */
const CLIENT = 0;
const REQUESTER = 1;
const REQUEST_ID = 2;
const OPERATION = 3;
const REQUEST = 5;
const STATUS = 6;
const SENT = 8;
const TOTAL_TIME = 10;
const REFERER = 12;
const USER_AGENT = 13;
const CIPHER = 17;
const HOST = 19;
const PROTOCOL = 20;

function readLine(line: string): RawRequest | RejectReason {
  const open = line.indexOf('[');
  const close = line.indexOf(']', open);
  if (open < 0 || close < 0) return 'unknown_format';
  const words = awsWords(line, close + 1);
  if (words.length <= STATUS) return 'unknown_format';
  const request = emptyRawRequest();
  request.eventTime = clfTime(line.slice(open + 1, close));
  request.eventTimeKind = 'start';
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.status = awsStatus(words, STATUS);
  if (Number.isNaN(request.status)) return 'bad_status';
  request.client = awsText(words, CLIENT);
  const operation = awsText(words, OPERATION);
  if (request.client === '' && isOwnWork(operation)) return 'skipped:message';
  readRequestLine(words[REQUEST] ?? '-', request);
  // A copy is logged twice, as what was asked for and as the reading of the object.
  if (operation === 'REST.COPY.OBJECT_GET') detailsOf(request).duplicateMark = 'subrequest';
  readHeaders(words, request);
  return request;
}

/** `S3.EXPIRE.OBJECT`, `S3.TRANSITION_SIA.OBJECT`, `BATCH.DELETE.OBJECT` and the like. */
function isOwnWork(operation: string): boolean {
  return operation.startsWith('S3.') || operation.startsWith('BATCH.');
}

function readRequestLine(logged: string, request: RawRequest): void {
  request.requestLine = logged;
  const parts = parseRequestLine(logged);
  if (parts === null) return;
  request.method = parts.method;
  request.target = unescapeLogged(parts.target);
  request.protocolVersion = parts.version;
}

function readHeaders(words: readonly string[], request: RawRequest): void {
  request.requestId = awsText(words, REQUEST_ID);
  request.account = awsText(words, REQUESTER);
  request.responseBodySize = awsCount(words, SENT);
  request.durationMs = awsCount(words, TOTAL_TIME);
  request.referer = awsText(words, REFERER);
  request.userAgent = awsText(words, USER_AGENT);
  request.host = awsText(words, HOST);
  const details = detailsOf(request);
  details.tlsCipher = awsText(words, CIPHER);
  details.tlsProtocol = awsText(words, PROTOCOL);
  // S3 answers no connection but these two; the cipher column is `-` for the plain one.
  if (words.length > CIPHER) request.scheme = details.tlsCipher === '' ? 'http' : 'https';
}
