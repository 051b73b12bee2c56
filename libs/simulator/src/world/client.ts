import { networkOf } from '../addresses/network-of.js';
import { isJsonStream } from '../log/log-line.js';
import { tlsFingerprintOf } from '../user-agents/tls-fingerprints.js';
import { type Random } from '../chance/random.js';
import { type Answer, type Hit, type Site } from '../sites/site.js';
import { type SimulatedRequest } from './simulated-request.js';
import { type Emit } from './visit.js';
import { type Visitor } from './visitor.js';
import { type World } from './world.js';

/** One request in a client's hands; `delay` is milliseconds after the client's now. */
export interface Send extends Partial<Hit> {
  readonly site: Site;
  readonly target: string;
  readonly delay?: number;
  readonly referer?: string;
  readonly account?: string;
  readonly session?: string;
  readonly apiClient?: string;
  readonly fapiCustomerAddress?: string;
  readonly fapiInteractionId?: string;
  readonly consent?: string;
  /** Instead of the client's own. */
  readonly userAgent?: string;
}

export interface ClientTraits {
  readonly visitor: Visitor;
  readonly userAgent: string;
  readonly protocol: string;
  /** JA4 of its TLS library, where that is not what the user agent says. */
  readonly tlsFingerprint?: string;
}

type Details = Pick<
  SimulatedRequest,
  | 'requestId'
  | 'session'
  | 'account'
  | 'apiClient'
  | 'fapiCustomerAddress'
  | 'fapiInteractionId'
  | 'consent'
  | 'tlsFingerprint'
  | 'asn'
>;

const NO_DETAILS: Details = {
  requestId: '',
  session: '',
  account: '',
  apiClient: '',
  fapiCustomerAddress: '',
  fapiInteractionId: '',
  consent: '',
  tlsFingerprint: '',
  asn: 0,
};

/** Who a request says it is from. */
function identityOf(request: Send): Omit<Details, 'requestId' | 'tlsFingerprint' | 'asn'> {
  const { session = '', account = '', apiClient = '', consent = '' } = request;
  const { fapiCustomerAddress = '', fapiInteractionId = '' } = request;
  return { session, account, apiClient, consent, fapiCustomerAddress, fapiInteractionId };
}

/** Something that sends requests: a browser, an app, a program. Its clock is `now`. */
export class Client {
  now: number;
  readonly visitor: Visitor;
  readonly userAgent: string;

  constructor(
    readonly world: World,
    private readonly traits: ClientTraits,
    readonly random: Random,
    private readonly emit: Emit,
    start: number,
  ) {
    this.now = start;
    this.visitor = traits.visitor;
    this.userAgent = traits.userAgent;
  }

  /** Lets time pass; to be yielded by the script: `yield client.wait(500)`. */
  wait(milliseconds: number): number {
    this.now += Math.max(1, Math.round(milliseconds));
    return this.now;
  }

  send(request: Send): Answer {
    const time = this.now + Math.round(request.delay ?? 0);
    const hit = { method: 'GET', ...request };
    const answer = request.site.answer(hit, this.world.calendar.conditionsAt(time), this.random);
    this.emit(this.logged(request, hit.method, time, answer));
    return answer;
  }

  /** A connection opened ahead of need and closed by the server when nothing came (RFC 9110, 15.5.9). */
  idleSocket(site: Site, delay: number): void {
    const request = { site, target: '', delay, userAgent: '' };
    const answer = { status: 408, bytes: 0, seconds: 0 };
    this.emit(this.logged(request, '', this.now + Math.round(delay), answer));
  }

  private logged(request: Send, method: string, time: number, answer: Answer): SimulatedRequest {
    const { site } = request;
    return {
      time,
      source: site.stream,
      host: site.host,
      clientAddress: this.visitor.address,
      method,
      target: request.target,
      protocol: this.traits.protocol,
      status: answer.status,
      bodyBytes: answer.bytes,
      referer: request.referer ?? '',
      userAgent: request.userAgent ?? this.userAgent,
      seconds: Math.round(answer.seconds * 1000) / 1000,
      ...(isJsonStream(site.stream) ? this.details(request) : NO_DETAILS),
      visitor: this.visitor,
    };
  }

  /** What only the JSON streams tell. */
  private details(request: Send): Details {
    // A connection that sent nothing still said hello.
    const agent = request.userAgent === '' ? this.userAgent : (request.userAgent ?? this.userAgent);
    const tls = this.traits.tlsFingerprint ?? tlsFingerprintOf(agent);
    return {
      requestId: this.random.hex(32),
      ...identityOf(request),
      tlsFingerprint: tls,
      asn: networkOf(this.visitor.address),
    };
  }
}
