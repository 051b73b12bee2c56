import { BoundedCache, detached } from './bounded-cache.js';
import { type PathWords, readPathWords, roleOfWords } from './path-role.js';
import { type PathRole } from './path-roles.js';
import { pathTemplate } from './path-template.js';
import { isHarmlessQuery } from './probes/harmless-query.js';
import { RecentTexts } from './recent-texts.js';
import { redactPath } from './redact/redact-path.js';
import { redactQuery } from './redact/redact-query.js';
import { type Redacted, unredacted } from './redact/redaction.js';
import { requestProbe, type RequestProbe } from './request-probe.js';

/** Distinct paths kept per generation: a few megabytes, fifty under an attack with long paths. */
const CACHED = 20_000;
const LONGEST_PATH = 256;
/** 32,768 paths are at hand without a search. */
const RECENT_BITS = 15;

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
  /** Of GET requests, found out when the first one comes. */
  alone: UrlFacts | null;
  probeBeforeQuery: RequestProbe | null;
}

const NO_QUERY = unredacted('');
/** Stands for any harmless query where only its presence matters. */
const SOME_QUERY = 'x';

/**
 * Finds out what URLs tell. Paths repeat, queries mostly do not, so facts are remembered for paths
 * (and their GET requests); what is remembered never changes an answer, only its cost.
 */
export class UrlReader {
  readonly #recent = new RecentTexts<PathFacts>(RECENT_BITS);
  readonly #paths = new BoundedCache<PathFacts>(CACHED, LONGEST_PATH);
  readonly #findPath = (path: string): PathFacts => this.#pathFacts(path);
  readonly #lookUp = (path: string): PathFacts => this.#paths.get(path, this.#findPath);

  constructor(private readonly keyedHash: (value: string) => string) {}

  read(method: string, path: string, query: string): UrlFacts {
    const ofPath = this.#recent.get(path, this.#lookUp);
    if (query !== '') return this.#withQuery(ofPath, method, path, query);
    if (method !== 'GET') return alone(ofPath, method, path);
    ofPath.alone ??= alone(ofPath, method, path);
    return ofPath.alone;
  }

  #withQuery(ofPath: PathFacts, method: string, path: string, query: string): UrlFacts {
    return {
      path: ofPath.redacted,
      query: redactQuery(query, this.keyedHash),
      template: ofPath.template,
      role: roleOfWords(ofPath.words, method, query),
      probe: isHarmlessQuery(query)
        ? probeBeforeQuery(ofPath, method, path)
        : requestProbe(method, path, query, ''),
    };
  }

  #pathFacts(path: string): PathFacts {
    const redacted = redactPath(detached(path), this.keyedHash);
    return {
      redacted,
      template: pathTemplate(redacted.text),
      words: readPathWords(path),
      alone: null,
      probeBeforeQuery: null,
    };
  }
}

function alone(ofPath: PathFacts, method: string, path: string): UrlFacts {
  return {
    path: ofPath.redacted,
    query: NO_QUERY,
    template: ofPath.template,
    role: roleOfWords(ofPath.words, method, ''),
    probe: requestProbe(method, path, '', ''),
  };
}

function probeBeforeQuery(ofPath: PathFacts, method: string, path: string): RequestProbe {
  if (method !== 'GET') return requestProbe(method, path, SOME_QUERY, '');
  ofPath.probeBeforeQuery ??= requestProbe(method, path, SOME_QUERY, '');
  return ofPath.probeBeforeQuery;
}
