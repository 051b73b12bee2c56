import { unwrap, EnvelopeFailure } from '#libs/envelope';
import { EventBlock } from '#libs/store';
import { createLineParser, LOG_FORMAT_NAMES, redactText } from '#libs/traffic';

const ROWS_PER_BLOCK = 5_000;
const APPENDED_AT = Date.UTC(2026, 10, 22, 22, 1);
const WEEK_MS = 7 * 86_400_000;
/** As ingest cuts rejected lines before it redacts and stores them. */
const LONGEST_RAW = 16_384;

/** What a message goes through in ingest, from the bytes to the encoded row, without Kafka and ClickHouse. */
export function createPipeline(allSeeds) {
  // A hash of nothing but the length: collisions are welcome, the cost of a real one is not.
  const keyedHash = (value) => value.length.toString(16).padStart(8, '0');
  const parserOf = (source) => createLineParser(source, keyedHash);
  const ownParsers = new Map(allSeeds.map((seeds) => [seeds, parserOf(seeds.source)]));
  const named = ['auto', ...LOG_FORMAT_NAMES].map((format) => parserOf({ name: 'fuzz', format }));
  const counts = { events: 0, rejects: 0, failures: 0 };
  let offset = 0;

  /** The parser for a message made of these seeds: mostly that of their source, else any. */
  const choose = (seeds, chance) => {
    const way = chance.below(10);
    if (way < 5) return ownParsers.get(seeds);
    return way < 8 ? named[0] : chance.pick(named);
  };

  const store = createSink();

  const take = (item, parse, context, position) => {
    if (item instanceof EnvelopeFailure) {
      counts.failures += 1;
      store({ position, kind: 'reject', reason: item.failure, raw: '' });
      return;
    }
    const parsed = parse(item, context);
    check(parsed);
    if (parsed.kind === 'event') {
      counts.events += 1;
      store({ position, kind: 'event', format: parsed.format, event: parsed.event });
    } else {
      counts.rejects += 1;
      const text = typeof item === 'string' ? item : JSON.stringify(item);
      const raw = redactText(text.slice(0, LONGEST_RAW), keyedHash);
      store({ position, kind: 'reject', reason: parsed.reason, raw });
    }
  };

  return {
    counts,
    choose,
    /** Takes one message; how many items it held. */
    run: (value, parse) => {
      const context = { fields: [] };
      let index = 0;
      for (const item of unwrap(value)) {
        if (typeof item === 'string' && item.startsWith('#Fields:'))
          context.fields = fieldsOf(item);
        take(item, parse, context, {
          topic: 'fuzz',
          partition: 0,
          offset,
          index,
          appendTime: APPENDED_AT,
        });
        index += 1;
      }
      if (index === 0) throw new Error('a message gave no item at all');
      offset += 1;
      return index;
    },
  };
}

/** Takes rows and encodes them, a block full at a time. */
function createSink() {
  const newBlock = () => new EventBlock('fuzz', 0, WEEK_MS);
  let block = newBlock();
  return (line) => {
    block.add({ source: 'fuzz', ...line });
    if (block.rows < ROWS_PER_BLOCK) return;
    block.encode(0);
    block = newBlock();
  };
}

const fieldsOf = (line) => line.slice('#Fields:'.length).trim().split(/\s+/).slice(0, 200);

/** Either an event with a client and a real time, or a reject that says why. */
function check(parsed) {
  if (parsed.kind === 'reject') {
    if (parsed.reason === '') throw new Error('a reject without a reason');
    return;
  }
  const { clientAddress, eventTime, urlPathTemplate } = parsed.event;
  if (clientAddress === '') throw new Error('an event without a client');
  if (!Number.isFinite(eventTime)) throw new Error(`an event at ${eventTime}`);
  if (urlPathTemplate.length > 256) throw new Error('a path template of more than 256 characters');
}
