import { type LogFormat } from '../log-format.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { readAwsEntry } from '../scan/aws-entry.js';
import { awsWords } from '../scan/aws-words.js';

/** AWS classic load balancer, 12 fields or (with user agent and TLS) 15; TCP listeners log connections. */
export const awsElb: LogFormat = {
  name: 'aws_elb',
  recognises: (line) => LOOKS.test(line),
  createReader: () => readLine,
};

/** Time in UTC, name of the balancer, address and port of client and backend, three timers, status. */
const LOOKS =
  /^\d{4}-\d\d-\d\dT[\d:.]{8,20}Z [\w-]{1,64} \S{3,60}:\d{1,5} (-|\S{3,60}:\d{1,5}) -?[\d.]{1,16} -?[\d.]{1,16} -?[\d.]{1,16} (-|\d{3}) /;

function readLine(line: string): RawRequest | RejectReason {
  const request = readAwsEntry(awsWords(line));
  if (typeof request === 'string') return request;
  const isConnection = request.status === 0 && request.method === '' && request.host === '';
  return isConnection && TCP.test(request.requestLine) ? 'skipped:tcp' : request;
}

const TCP = /^(-\s?){3}$/;
