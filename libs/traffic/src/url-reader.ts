import { BoundedCache, detached } from './bounded-cache.js';
import { type PathWords, readPathWords, roleOfWords } from './path-role.js';
import { type PathRole } from './path-roles.js';
import { pathTemplate } from './path-template.js';
import { isHarmlessQuery } from './probes/harmless-query.js';
import { redactPath } from './redact/redact-path.js';
import { redactQuery } from './redact/redact-query.js';
import { type Redacted, unredacted } from './redact/redaction.js';
import { requestProbe, type RequestProbe } from './request-probe.js';

/** Distinct paths and queries kept per generation: a few megabytes. */
const CACHED = 20_000;
const LONGEST_PATH = 256;
/** Longer queries hold what never comes back: times, tokens, coordinates. */
const LONGEST_QUERY = 40;

/** What a URL tells by itself. */
export interface UrlFacts {
  readonly path: Redacted;
  readonly query: Redacted;
  readonly template: string;
  readonly role: PathRole;
  readonly probe: RequestProbe;
}

/** What a path tells, whatever query stands behind it. */
interface PathFacts {
  readonly redacted: Redacted;
  readonly template: string;
  readonly words: PathWords;
  /** Facts of the path alone, and its probe before a harmless query, by method. */
  readonly alone: Map<string, UrlFacts>;
  readonly beforeQuery: Map<string, RequestProbe>;
}

interface QueryFacts {
  readonly redacted: Redacted;
  readonly isHarmless: boolean;
}

const NO_QUERY = unredacted('');
/** Stands for any harmless query where only its presence matters. */
const SOME_QUERY = 'x';
/** A method beyond these is somebody's invention: not remembered. */
const MOST_METHODS = 8;

/**
 * Finds out what URLs tell. Paths repeat, queries mostly do not, so facts are remembered for paths;
 * what is remembered never changes an answer, only its cost.
 */
export class UrlReader {
  readonly #paths = new BoundedCache<PathFacts>(CACHED, LONGEST_PATH);
  readonly #queries = new BoundedCache<QueryFacts>(CACHED, LONGEST_QUERY);

  constructor(private readonly keyedHash: (value: string) => string) {}

  read(method: string, path: string, query: string): UrlFacts {
    const ofPath = this.#paths.get(path, (text) => this.#pathFacts(text));
    if (query === '') {
      return remembered(ofPath.alone, method, () => ({
        path: ofPath.redacted,
        query: NO_QUERY,
        template: ofPath.template,
        role: roleOfWords(ofPath.words, method, ''),
        probe: requestProbe(method, path, '', ''),
      }));
    }
    const ofQuery = this.#queries.get(query, (text) => this.#queryFacts(text));
    return {
      path: ofPath.redacted,
      query: ofQuery.redacted,
      template: ofPath.template,
      role: roleOfWords(ofPath.words, method, query),
      probe: ofQuery.isHarmless
        ? remembered(ofPath.beforeQuery, method, () => requestProbe(method, path, SOME_QUERY, ''))
        : requestProbe(method, path, query, ''),
    };
  }

  #pathFacts(path: string): PathFacts {
    const redacted = redactPath(detached(path), this.keyedHash);
    return {
      redacted,
      template: pathTemplate(redacted.text),
      words: readPathWords(path),
      alone: new Map(),
      beforeQuery: new Map(),
    };
  }

  #queryFacts(query: string): QueryFacts {
    return {
      redacted: redactQuery(detached(query), this.keyedHash),
      isHarmless: isHarmlessQuery(query),
    };
  }
}

function remembered<Value>(known: Map<string, Value>, method: string, find: () => Value): Value {
  let value = known.get(method);
  if (value === undefined) {
    value = find();
    if (known.size < MOST_METHODS) known.set(detached(method), value);
  }
  return value;
}
