import { type KnownDetails } from './known-details.js';

/**
 * A row as numbers of texts in the vocabulary (`-1` for an empty text): what most lines of a log become. It is filled
 * anew for every line, and holds what such lines tell and nothing else: nothing redacted, no headers.
 */
export class KnownRow {
  format = '';
  /** Milliseconds since the epoch. */
  eventTime = 0;
  /** The client's address as `addressQuarters` tells it. */
  address0 = 0;
  address1 = 0;
  address2 = 0;
  address3 = 0;
  /** Host of the source, where it has one; for lines whose details tell no other. */
  serverAddress = '';
  accountKey = '';
  /** Of names. */
  method = -1;
  version = -1;
  role = -1;
  probe = -1;
  country = -1;
  agentFamily = -1;
  agentClass = -1;
  crawler = -1;
  crawlerVerification = -1;
  /** Of paths, queries, templates, referers and user agents. */
  path = -1;
  query = -1;
  template = -1;
  referer = -1;
  agent = -1;
  status = 0;
  /** -1 where none is told. */
  bodySize = 0;
  asn = 0;

  /** @param details what the lines of some formats tell besides */
  constructor(readonly details: KnownDetails | null = null) {}
}
