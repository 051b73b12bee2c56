import { runEndToEnd } from './end-to-end.mjs';
import { runFileReading } from './file-reading.mjs';
import { runKafkaEngine } from './kafka-engine.mjs';
import { runKafkajsOnly } from './kafkajs-only.mjs';
import { crowdsec } from './tools/crowdsec.mjs';
import { fail2ban } from './tools/fail2ban.mjs';
import { goaccess } from './tools/goaccess.mjs';

const FORMATS = ['combined', 'json'];
const LINES_PER_MESSAGE = [1, 50];

const SQL_LACKS =
  'exactly once, rejects, formats told apart, envelopes, path templates and roles, probes, redaction, sessions and accounts, enrichment';

const endToEnd = (format, linesPerMessage) => ({
  name: `e2e-${format}-${linesPerMessage}`,
  what: `Kafka → ingest → ClickHouse, ${format}, ${perMessage(linesPerMessage)}`,
  format,
  linesPerMessage,
  needsWorker: true,
  lacks: '',
  run: ({ services, log, topic, startUp }) =>
    runEndToEnd(services, { topic, lines: log.lines, startUp }),
});

const kafkaEngine = (format, linesPerMessage) => ({
  name: `engine-${format}-${linesPerMessage}`,
  what: `ClickHouse Kafka engine, SQL, ${format}, ${perMessage(linesPerMessage)}`,
  format,
  linesPerMessage,
  lacks: SQL_LACKS,
  run: ({ services, log, topic }) => runKafkaEngine(services, { topic, lines: log.lines, format }),
});

const fileReading = (format) => ({
  name: `file-${format}`,
  what: `ClickHouse reading the file, SQL, ${format}`,
  lacks: `Kafka, ${SQL_LACKS}`,
  run: ({ services, log }) =>
    runFileReading(services, { file: log.files[format], lines: log.lines, format }),
});

const kafkajsOnly = (linesPerMessage) => ({
  name: `kafkajs-${linesPerMessage}`,
  what: `kafkajs reading, combined, ${perMessage(linesPerMessage)}`,
  format: 'combined',
  linesPerMessage,
  lacks: 'everything but reading messages',
  run: ({ services, log, topic, messages }) =>
    runKafkajsOnly(services, { topic, lines: log.lines, messages }),
});

const perMessage = (lines) => (lines === 1 ? '1 line a message' : `${lines} lines a message`);
const each = (make) =>
  FORMATS.flatMap((format) => LINES_PER_MESSAGE.map((lines) => make(format, lines)));

/**
 * Who is measured. `run` gives lines, wall seconds, and processor seconds as `worker` (the reading program) and `clickhouse`; a
 * contestant that is `missing()` says what to install.
 */
export const contestants = [
  ...each(endToEnd),
  ...each(kafkaEngine),
  ...FORMATS.map(fileReading),
  ...LINES_PER_MESSAGE.map(kafkajsOnly),
  goaccess,
  fail2ban,
  crowdsec,
];
