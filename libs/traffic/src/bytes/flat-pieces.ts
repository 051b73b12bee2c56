import { durationMs } from '../scan/json-duration.js';
import { ClfTimeBytes } from './clf-time-bytes.js';
import { type FlatFields } from './flat-fields.js';
import { decimalNumber, epochNumber } from './flat-numbers.js';
import { FLAT_FIELDS } from './flat-plan.js';
import { readFlatTarget } from './flat-target.js';
import { IsoTimeBytes } from './iso-time-bytes.js';
import { type LineBytes } from './line-bytes.js';
import { LinePieces } from './line-pieces.js';
import { wholeNumber } from './whole-number.js';

const DASH = 45;
const SLASH = 47;
const CLF_LENGTH = 26;
const HIGHEST_PORT = 65_535;
/** Milliseconds of the units that fields for durations have. */
const SECONDS = 1000;
const MICROSECONDS = 1e-3;
const NANOSECONDS = 1e-6;

/**
 * The pieces of a flat object, as the general reader has them. Whether the pieces themselves are plain is for others to know, and
 * what is nothing but a text is left where it stands.
 */
export class FlatPieces {
  readonly pieces = new LinePieces();
  /** -1 where none is told, as `responseSize`. */
  requestSize = -1;
  responseSize = -1;
  /** NaN where none is told. */
  durationMs = NaN;
  /** 0 where none is told, as `serverPort`. */
  clientPort = 0;
  serverPort = 0;
  readonly #isoTimes = new IsoTimeBytes();
  readonly #clfTimes = new ClfTimeBytes();

  constructor(
    private readonly line: LineBytes,
    private readonly fields: FlatFields,
  ) {}

  /** Takes the chosen fields. @returns false where the object has to be read as text */
  read(): boolean {
    const { line, fields, pieces } = this;
    return (
      this.#readTime() &&
      this.#readTexts() &&
      readFlatTarget(line, fields, pieces) &&
      this.#readNumbers() &&
      this.#readDurations()
    );
  }

  #readTime(): boolean {
    const { fields, line } = this;
    if (!fields.has(FLAT_FIELDS.eventTime)) return false;
    const start = fields.startOf(FLAT_FIELDS.eventTime);
    const time = this.#timeAt(line.bytes, start, fields.endOf(FLAT_FIELDS.eventTime));
    this.pieces.time = time;
    return !Number.isNaN(time);
  }

  /** By the marks that the general reader tells the forms by as well. */
  #timeAt(bytes: Uint8Array, start: number, end: number): number {
    if (bytes[start + 4] === DASH) return this.#isoTimes.read(this.line, start, end);
    if (bytes[start + 2] !== SLASH) return epochNumber(bytes, start, end);
    return end - start === CLF_LENGTH ? this.#clfTimes.read(this.line, start) : NaN;
  }

  #readTexts(): boolean {
    const { fields, pieces } = this;
    pieces.addressStart = fields.startOf(FLAT_FIELDS.clientAddress);
    pieces.addressEnd = fields.endOf(FLAT_FIELDS.clientAddress);
    pieces.refererStart = fields.startOf(FLAT_FIELDS.httpRequestReferer);
    pieces.refererEnd = fields.endOf(FLAT_FIELDS.httpRequestReferer);
    pieces.agentStart = fields.startOf(FLAT_FIELDS.userAgentOriginal);
    pieces.agentEnd = fields.endOf(FLAT_FIELDS.userAgentOriginal);
    const areTexts =
      fields.isText(FLAT_FIELDS.httpRequestReferer) && fields.isText(FLAT_FIELDS.userAgentOriginal);
    return (
      areTexts && fields.has(FLAT_FIELDS.clientAddress) && fields.isText(FLAT_FIELDS.clientAddress)
    );
  }

  #readNumbers(): boolean {
    const { pieces } = this;
    pieces.status = this.#status();
    pieces.size = this.#whole(FLAT_FIELDS.httpResponseBodySize, -1);
    this.requestSize = this.#whole(FLAT_FIELDS.httpRequestSize, -1);
    this.responseSize = this.#whole(FLAT_FIELDS.httpResponseSize, -1);
    this.clientPort = this.#whole(FLAT_FIELDS.clientPort, 0);
    this.serverPort = this.#whole(FLAT_FIELDS.serverPort, 0);
    const arePorts = this.clientPort <= HIGHEST_PORT && this.serverPort <= HIGHEST_PORT;
    const areNumbers = !Number.isNaN(pieces.size + this.requestSize + this.responseSize);
    return arePorts && areNumbers && pieces.status >= 0;
  }

  /** Three digits, 0 where none is told, -1 for others. */
  #status(): number {
    const { fields, line } = this;
    if (!fields.has(FLAT_FIELDS.httpResponseStatusCode)) return 0;
    const start = fields.startOf(FLAT_FIELDS.httpResponseStatusCode);
    const end = fields.endOf(FLAT_FIELDS.httpResponseStatusCode);
    return end - start === 3 ? wholeNumber(line.bytes, start, end) : -1;
  }

  /** NaN for what is no whole number. */
  #whole(field: number, absent: number): number {
    const { fields, line } = this;
    if (!fields.has(field)) return absent;
    const number = wholeNumber(line.bytes, fields.startOf(field), fields.endOf(field));
    return number < 0 ? NaN : number;
  }

  /** The first unit that is told counts, but milliseconds go before seconds. */
  #readDurations(): boolean {
    this.durationMs = NaN;
    return (
      this.#readDuration(FLAT_FIELDS.durationNs, NANOSECONDS) &&
      this.#readDuration(FLAT_FIELDS.durationUs, MICROSECONDS) &&
      this.#readDuration(FLAT_FIELDS.durationSeconds, SECONDS) &&
      this.#readDuration(FLAT_FIELDS.durationMs, 1)
    );
  }

  /** Takes the place of what was read before. */
  #readDuration(field: number, msPerUnit: number): boolean {
    const { fields, line } = this;
    if (!fields.has(field)) return true;
    const number = decimalNumber(line.bytes, fields.startOf(field), fields.endOf(field));
    this.durationMs = durationMs(number, msPerUnit) ?? NaN;
    return !Number.isNaN(this.durationMs);
  }
}
