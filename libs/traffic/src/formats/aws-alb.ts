import { type LogFormat } from '../log-format.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { readAwsEntry } from '../scan/aws-entry.js';
import { awsText, awsWords } from '../scan/aws-words.js';
import { logTime } from '../scan/log-time.js';

/**
 * AWS application load balancer, 25 to 33 and more fields: what is missing at the end is absent, what AWS
 * adds is passed over.
 */
export const awsAlb: LogFormat = {
  name: 'aws_alb',
  recognises: (line) => TYPE_AND_YEAR.test(line),
  createReader: () => readLine,
};

/** Connection type, then the time; `tls` is the network load balancer's, whose connections are no requests. */
const TYPE_AND_YEAR = /^(https?|h2|grpcs|wss?) \d{4}-\d\d-/;

const TRACE = 16;
const CREATION_TIME = 20;

function readLine(line: string): RawRequest | RejectReason {
  const type = line.indexOf(' ');
  const words = awsWords(line, type + 1);
  const request = readAwsEntry(words);
  if (typeof request === 'string') return request;
  const trace = awsText(words, TRACE);
  request.requestId = trace;
  detailsOf(request).traceId = rootOf(trace);
  request.durationMs ??= sinceCreation(words[CREATION_TIME] ?? '', request.eventTime);
  return request;
}

/** `1-67891233-abcdef012345678912345678` of `Self=…;Root=1-67891233-abcdef012345678912345678`. */
function rootOf(trace: string): string {
  const root = trace.indexOf('Root=');
  if (root < 0) return '';
  const end = trace.indexOf(';', root);
  return trace.slice(root + 5, end < 0 ? trace.length : end);
}

/** The balancer's longest idle timeout is 4,000 seconds; what takes a day is no one's request. */
const LONGEST_MS = 86_400_000;

/** From receipt to the end, for requests that never reached a target. */
function sinceCreation(creationTime: string, end: number): number | null {
  const duration = end - logTime(creationTime);
  return duration >= 0 && duration <= LONGEST_MS ? duration : null;
}
