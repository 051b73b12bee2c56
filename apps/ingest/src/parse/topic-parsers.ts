import { type Enricher } from '#libs/reference';
import { topicLife, type Vocabulary } from '#libs/store';
import { type SourcePlans } from '../config/source-plan.js';
import { KnownPieces } from './known/known-pieces.js';
import { createRecordParser, type RecordParser } from './record-parser.js';

/** How the records of one topic are read. */
export interface TopicParser {
  readonly parse: RecordParser;
  /** For the blocks that rows go into. */
  readonly vocabulary: Vocabulary;
  /** Age at which an event's time is not believed any more, milliseconds. */
  readonly maxEventAgeMs: number;
}

/** The parser of each topic; topics that no source names, such as files, are read as the first source says. */
export class TopicParsers {
  readonly #byTopic = new Map<string, TopicParser>();
  readonly #first: TopicParser;

  constructor(plans: SourcePlans, keyedHash: (value: string) => string, enrich: Enricher) {
    const known = new KnownPieces(enrich);
    const { vocabulary } = known;
    const parsers = plans.map(({ source, topics, maxEventAgeMs }) => {
      const parse = createRecordParser(source, { keyedHash, enrich, known });
      const parser = { parse, vocabulary, maxEventAgeMs };
      for (const topic of topics) this.#byTopic.set(topic, parser);
      return parser;
    });
    const [first] = parsers;
    if (first === undefined) throw new Error('bug: ingest has no source');
    this.#first = first;
  }

  /** @param topic as it stands in the rows, its epoch included */
  of(topic: string): TopicParser {
    return this.#byTopic.get(topicLife(topic).topic) ?? this.#first;
  }
}
