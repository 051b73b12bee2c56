import { createEnricher, loadReferenceData } from '#libs/reference';
import { LOG_FORMAT_NAMES } from '#libs/traffic';
import { KnownPieces } from '../../dist/apps/ingest/src/parse/known/known-pieces.js';
import { createRecordParser } from '../../dist/apps/ingest/src/parse/record-parser.js';
import { CheckedBlock } from './checked-block.mjs';

const PLACE = { topic: 'fuzz', partition: 0, appendTime: Date.UTC(2026, 10, 22, 22, 1) };
/** What an envelope gives up on, see `EnvelopeFailureReason`. */
const FAILURES = new Set(['undecodable', 'too_long', 'partial_line', 'skipped:message']);

/** What a message goes through in ingest, from the bytes to the encoded row, without Kafka and ClickHouse. */
export function createPipeline(allSeeds) {
  // A hash of nothing but the length: collisions are welcome, the cost of a real one is not.
  const keyedHash = (value) => value.length.toString(16).padStart(8, '0');
  const enrich = createEnricher(loadReferenceData());
  const known = new KnownPieces(enrich);
  const parserOf = (source) => createRecordParser(source, { keyedHash, enrich, known });
  /** As ingest reads a source, and as the general reader alone does: an identity that says nothing leaves no usual lines. */
  const bothOf = (source) => ({
    parse: parserOf(source),
    parseAsText: parserOf({ identity: {}, ...source }),
  });
  const ownParsers = new Map(allSeeds.map((seeds) => [seeds, bothOf(seeds.source)]));
  const named = ['auto', ...LOG_FORMAT_NAMES].map((format) => bothOf({ name: 'fuzz', format }));
  const counts = { events: 0, rejects: 0, failures: 0, known: 0 };
  const block = new CheckedBlock(known.vocabulary);
  const compared = new CheckedBlock(known.vocabulary);
  let offset = 0;

  /** The parsers for a message made of these seeds: mostly those of their source, else any. */
  const choose = (seeds, chance) => {
    const way = chance.below(10);
    if (way < 5) return ownParsers.get(seeds);
    return way < 8 ? named[0] : chance.pick(named);
  };

  const count = (rejects, rows, knownRows) => {
    const failures = rejects.filter((reason) => FAILURES.has(reason)).length;
    counts.failures += failures;
    counts.rejects += rejects.length - failures;
    counts.events += rows - rejects.length;
    counts.known += knownRows;
  };

  return {
    counts,
    choose,
    /** Takes one message; how many items it held. */
    run: (value, { parse, parseAsText }) => {
      const record = { offset, ...PLACE, value, context: { fields: fieldsIn(value) } };
      const place = { ...PLACE, offset };
      offset += 1;
      block.emptyIfFull();
      const before = { rows: block.rows, known: block.knownRows };
      const rejects = parse(record, place, block);
      const rows = block.rows - before.rows;
      const knownRows = block.knownRows - before.known;
      if (rows === 0) throw new Error('a message gave no row at all');
      count(rejects, rows, knownRows);
      if (knownRows > 0) compare(record, place, { parse, parseAsText });
      return rows;
    },
  };

  /** Both readings of a message, each alone in a block. */
  function compare(record, place, { parse, parseAsText }) {
    const { generation } = known.vocabulary.names;
    const [read, readAsText] = [parse, parseAsText].map((one) => {
      compared.empty();
      one(record, place, compared);
      return compared.bytes();
    });
    // What was emptied meanwhile may stand in a block twice, which is the same row by other numbers.
    if (!read.equals(readAsText) && known.vocabulary.names.generation === generation)
      throw new Error('a line known by its bytes makes another row than read as text');
  }
}

/** What the first directive of a W3C log says of the lines behind it, which a file's reader keeps. */
function fieldsIn(value) {
  const text = typeof value === 'string' ? value : value.toString('latin1');
  const fields = /^#Fields:(.*)/m.exec(text)?.[1];
  return fields === undefined ? [] : fields.trim().split(/\s+/).slice(0, 200);
}
