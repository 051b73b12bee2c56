import { type AccessEvent, type LineBytes } from '#libs/traffic';

/**
 * What only some formats log, as a known row holds it: numbers of names (`-1` for an empty one), and places of texts in the
 * bytes of the line, which differ from row to row. Filled anew for every line.
 */
export class KnownDetails {
  timeKind: AccessEvent['eventTimeKind'] = 'unknown';
  scheme = -1;
  /** -1 for the host of the source. */
  server = -1;
  /** 0 where none is told, as `clientPort`. */
  serverPort = 0;
  clientPort = 0;
  /** -1 where none is told, as `responseSize`. */
  requestSize = -1;
  responseSize = -1;
  /** NaN where none is told. */
  durationMs = NaN;
  /** Goes before what reference data say; -1 where none is told. */
  country = -1;
  apiClient = -1;
  tlsVersion = -1;
  tlsCipher = -1;
  ja3 = -1;
  ja4 = -1;
  cacheStatus = -1;
  edgeLocation = -1;
  sessionKey = '';
  consentKey = '';
  requestIdStart = 0;
  requestIdEnd = 0;
  traceIdStart = 0;
  traceIdEnd = 0;
  forwardedForStart = 0;
  forwardedForEnd = 0;

  /** @param line the bytes that the places are in */
  constructor(readonly line: LineBytes) {}
}
