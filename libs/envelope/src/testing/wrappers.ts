import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { otlpJson, otlpProtobuf } from './otlp-request.js';
import { zstdFrameOf } from './zstd-frame-of.js';

/** Puts one message into an envelope. */
export type Wrapper = (message: Buffer) => Buffer;

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Text as it is; binary bytes in base64, as every road that knows text only carries them. */
function asText(message: Buffer): string {
  const text = message.toString('utf8');
  return isBinary(message, text) ? message.toString('base64') : text;
}

function isBinary(message: Buffer, text: string): boolean {
  const hasControl = message.some((byte) => byte < 0x20 && byte !== 0x0a && byte !== 0x0d);
  return hasControl || message[0] === 0x0a || !Buffer.from(text).equals(message);
}

const text =
  (wrap: (line: string) => string): Wrapper =>
  (message) =>
    Buffer.from(wrap(asText(message)));

const object =
  (wrap: (line: string) => unknown): Wrapper =>
  (message) =>
    json(wrap(asText(message)));

const READ_AT = '2026-11-23T01:02:03.456Z';

/** Every envelope there is, by name, around one message. */
export const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  'line feed': text((line) => `${line}\n`),
  'CR LF': text((line) => `${line}\r\n`),
  gzip: (message) => gzipSync(message),
  zlib: (message) => deflateSync(message),
  deflate: (message) => deflateRawSync(message),
  zstd: (message) => zstdFrameOf(message),
  base64: (message) => Buffer.from(message.toString('base64')),
  base64url: (message) => Buffer.from(message.toString('base64url')),
  'base64 in lines of 76': (message) =>
    Buffer.from(message.toString('base64').replaceAll(/.{76}/g, '$&\n')),
  'JSON array': object((line) => [line]),
  'JSON text': object((line) => line),
  'Kafka Connect': object((line) => ({ schema: { type: 'string' }, payload: line })),
  'Fluent Bit': object((line) => ({ '@timestamp': 1795384800.123456, log: line })),
  'Fluent Bit in Kubernetes': object((line) => ({
    '@timestamp': READ_AT,
    stream: 'stdout',
    logtag: 'F',
    log: line,
    kubernetes: { namespace_name: 'edge', pod_name: 'web-0', labels: { app: 'web' } },
  })),
  Filebeat: object((line) => ({
    '@timestamp': READ_AT,
    '@metadata': { beat: 'filebeat', type: '_doc', version: '8.15.0' },
    message: line,
    log: { offset: 99, file: { path: '/var/log/web/access.log' } },
    input: { type: 'filestream' },
    agent: { type: 'filebeat', version: '8.15.0' },
    event: { dataset: 'nginx.access', module: 'nginx' },
    host: { name: 'web1' },
  })),
  Vector: object((line) => ({
    file: '/var/log/web/access.log',
    host: 'web1',
    message: line,
    source_type: 'file',
    timestamp: READ_AT,
  })),
  Logstash: object((line) => ({
    '@version': '1',
    '@timestamp': READ_AT,
    message: line,
    event: { original: line },
    host: { name: 'web1' },
    path: '/var/log/web/access.log',
  })),
  'dotted event.original': object((line) => ({ '@timestamp': READ_AT, 'event.original': line })),
  'Docker json-file': object((line) => ({
    log: line.replace(/\r?\n?$/, '\n'),
    stream: 'stdout',
    time: READ_AT,
  })),
  journald: object((line) => ({ MESSAGE: line, _HOSTNAME: 'web1', SYSLOG_IDENTIFIER: 'nginx' })),
  GELF: object((line) => ({ version: '1.1', host: 'web1', short_message: line, level: 6 })),
  CRI: text((line) => `2026-11-23T01:02:03.456789012+01:00 stdout F ${line}`),
  'syslog RFC 3164': text((line) => `<190>Nov 23 01:02:03 web1 nginx: ${line}`),
  'syslog RFC 3164 without priority': text((line) => `Nov  3 01:02:03 web1 haproxy[42]: ${line}`),
  'syslog RFC 3164 without host': text((line) => `<190>Nov 23 01:02:03 nginx: ${line}`),
  'syslog with an RFC 3339 time': text((line) => `<190>2026-11-23T01:02:03Z web1 nginx: ${line}`),
  'syslog RFC 5424': text((line) => `<190>1 2026-11-23T01:02:03.456Z web1 nginx 42 - - ${line}`),
  'syslog RFC 5424 without priority': text((line) => `1 ${READ_AT} web1 nginx 42 - - ${line}`),
  'syslog RFC 5424 with structured data': text(
    (line) => `<190>1 ${READ_AT} web1 nginx - ID7 [a@1 b="c\\"]d"][e@2 f="g"] \ufeff${line}`,
  ),
  'octet counting': text((line) => {
    const framed = `<190>1 ${READ_AT} web1 nginx - - - ${line}`;
    return `${Buffer.byteLength(framed)} ${framed}`;
  }),
  'Azure records': object((line) => ({ records: [{ data: line }] })),
  Firehose: (message) =>
    json({
      requestId: 'ed4acda5',
      timestamp: 1795384800000,
      records: [{ data: message.toString('base64') }],
    }),
  'CloudWatch Logs': object((line) => ({
    messageType: 'DATA_MESSAGE',
    owner: '111111111111',
    logGroup: 'cdn',
    logStream: 'edge',
    subscriptionFilters: ['all'],
    logEvents: [{ id: '1', timestamp: 1795384800000, message: line }],
  })),
  'Pub/Sub': (message) =>
    json({
      message: {
        data: message.toString('base64'),
        messageId: '1',
        publishTime: READ_AT,
        attributes: { origin: 'edge' },
      },
      subscription: 'projects/p/subscriptions/s',
    }),
  'Cloud Logging text': object((line) => ({
    logName: 'projects/p/logs/stdout',
    textPayload: line,
    timestamp: READ_AT,
    resource: { type: 'k8s_container' },
  })),
  CloudEvents: object((line) => ({
    specversion: '1.0',
    id: '1',
    source: '/edge',
    type: 'http.access',
    time: READ_AT,
    data: line,
  })),
  'CloudEvents in base64': (message) =>
    json({
      specversion: '1.0',
      id: '1',
      source: '/edge',
      type: 'http.access',
      data_base64: message.toString('base64'),
    }),
  'Event Grid': object((line) => [
    { id: '1', topic: 't', eventType: 'access', eventTime: READ_AT, data: line },
  ]),
  'OTLP in JSON': (message) =>
    Buffer.from(otlpJson([{ timeUnixNano: '1', body: asText(message) }])),
  'OTLP in protobuf': (message) => otlpProtobuf([{ timeUnixNano: '1', body: asText(message) }]),
};
