import { type KnownDetails, NO_ROOM, type Vocabulary } from '#libs/store';
import { FLAT_FIELDS, type FlatObjects, type LineBytes, PLAIN_NAMES } from '#libs/traffic';
import { KnownNames } from './known-names.js';

/** Longer ones are cut. */
const LONGEST_ID = 255;
const LONGEST_CHAIN = 1_024;

/** What objects are read with. */
interface FlatParts {
  readonly line: LineBytes;
  readonly objects: FlatObjects;
  readonly keyedHash: (value: string) => string;
}

/** Reads what flat JSON objects tell beside the pieces that most lines have. */
export class FlatDetails {
  readonly #schemes: KnownNames;
  readonly #sites: KnownNames;
  readonly #versions: KnownNames;
  readonly #tlsVersions: KnownNames;
  readonly #countries: KnownNames;
  readonly #names: KnownNames;

  constructor(
    vocabulary: Vocabulary,
    private readonly parts: FlatParts,
  ) {
    this.#schemes = new KnownNames(vocabulary, PLAIN_NAMES.scheme);
    this.#sites = new KnownNames(vocabulary, PLAIN_NAMES.site);
    this.#versions = new KnownNames(vocabulary, PLAIN_NAMES.version);
    this.#tlsVersions = new KnownNames(vocabulary, PLAIN_NAMES.tlsVersion);
    this.#countries = new KnownNames(vocabulary, PLAIN_NAMES.country);
    this.#names = new KnownNames(vocabulary, PLAIN_NAMES.name);
  }

  /** Fills them in. @returns false where the object has to be read as text */
  read(details: KnownDetails): boolean {
    return (
      this.#readSite(details) &&
      this.#readNames(details) &&
      this.#readIds(details) &&
      this.#readKeys(details)
    );
  }

  /** The number of the protocol's version, -1 where the object has no field for it; `NO_ROOM` where it has to be read as text. */
  version(): number {
    return this.#nameOf(FLAT_FIELDS.networkProtocolVersion, this.#versions);
  }

  #readSite(details: KnownDetails): boolean {
    const { read } = this.parts.objects;
    details.server = this.#nameOf(FLAT_FIELDS.serverAddress, this.#sites);
    const behindHost = !this.parts.objects.fields.has(FLAT_FIELDS.serverAddress)
      ? 0
      : this.#sites.number;
    details.serverPort = read.serverPort > 0 ? read.serverPort : behindHost;
    details.clientPort = read.clientPort;
    details.requestSize = read.requestSize;
    details.responseSize = read.responseSize;
    details.durationMs = read.durationMs;
    details.scheme = this.#nameOf(FLAT_FIELDS.urlScheme, this.#schemes);
    return details.server !== NO_ROOM && details.scheme !== NO_ROOM;
  }

  #readNames(details: KnownDetails): boolean {
    const names = this.#names;
    details.country = this.#nameOf(FLAT_FIELDS.clientCountry, this.#countries);
    details.tlsVersion = this.#nameOf(FLAT_FIELDS.tlsProtocolVersion, this.#tlsVersions);
    details.tlsCipher = this.#nameOf(FLAT_FIELDS.tlsCipher, names);
    details.ja3 = this.#nameOf(FLAT_FIELDS.tlsClientJa3, names);
    details.ja4 = this.#nameOf(FLAT_FIELDS.tlsClientJa4, names);
    details.cacheStatus = this.#nameOf(FLAT_FIELDS.cacheStatus, names);
    details.edgeLocation = this.#nameOf(FLAT_FIELDS.edgeLocation, names);
    details.apiClient = this.#nameOf(FLAT_FIELDS.apiClient, names);
    const { country, tlsVersion, tlsCipher, ja3, ja4, cacheStatus, edgeLocation, apiClient } =
      details;
    const least = Math.min(country, tlsVersion, tlsCipher, ja3, ja4, cacheStatus);
    return Math.min(least, edgeLocation, apiClient) > NO_ROOM;
  }

  #nameOf(field: number, names: KnownNames): number {
    const { fields } = this.parts.objects;
    if (!fields.has(field)) return -1;
    if (!fields.isText(field)) return NO_ROOM;
    return names.read(this.parts.line, fields.startOf(field), fields.endOf(field));
  }

  #readIds(details: KnownDetails): boolean {
    const { fields } = this.parts.objects;
    details.requestIdStart = fields.startOf(FLAT_FIELDS.requestId);
    details.requestIdEnd = fields.endOf(FLAT_FIELDS.requestId);
    details.traceIdStart = fields.startOf(FLAT_FIELDS.traceId);
    details.traceIdEnd = fields.endOf(FLAT_FIELDS.traceId);
    details.forwardedForStart = fields.startOf(FLAT_FIELDS.httpRequestXForwardedFor);
    details.forwardedForEnd = fields.endOf(FLAT_FIELDS.httpRequestXForwardedFor);
    return (
      this.#isShort(FLAT_FIELDS.requestId, LONGEST_ID) &&
      this.#isShort(FLAT_FIELDS.traceId, LONGEST_ID) &&
      this.#isShort(FLAT_FIELDS.httpRequestXForwardedFor, LONGEST_CHAIN)
    );
  }

  #isShort(field: number, longest: number): boolean {
    const { fields } = this.parts.objects;
    return fields.isText(field) && fields.endOf(field) - fields.startOf(field) <= longest;
  }

  #readKeys(details: KnownDetails): boolean {
    const { fields } = this.parts.objects;
    details.sessionKey = this.keyOf(FLAT_FIELDS.sessionKey);
    details.consentKey = this.keyOf(FLAT_FIELDS.consentKey);
    return (
      fields.isText(FLAT_FIELDS.sessionKey) &&
      fields.isText(FLAT_FIELDS.consentKey) &&
      fields.isText(FLAT_FIELDS.accountKey)
    );
  }

  /** The keyed hash of a field, `''` where it says nothing. */
  keyOf(field: number): string {
    const { fields } = this.parts.objects;
    const start = fields.startOf(field);
    const end = fields.endOf(field);
    return start === end ? '' : this.parts.keyedHash(this.parts.line.text(start, end));
  }
}
