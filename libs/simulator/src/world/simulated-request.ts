import { type LogStream } from '../log/log-stream.js';
import { type Visitor } from './visitor.js';

/** One request as the estate's edge saw it, with the truth about who sent it. Empty text means absent. */
export interface SimulatedRequest {
  /** Event time, epoch milliseconds, whole. */
  readonly time: number;
  /** The log it is written to. */
  readonly source: LogStream;
  readonly host: string;
  readonly clientAddress: string;
  /** '' with an empty target when a connection was opened and never used (logged as "-" 408). */
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly protocol: string;
  readonly status: number;
  readonly bodyBytes: number;
  readonly referer: string;
  readonly userAgent: string;
  /** Seconds the server took. */
  readonly seconds: number;
  readonly requestId: string;
  /** Value of the session cookie, or ''. */
  readonly session: string;
  /** Account name as given at a login, or whose token was shown. */
  readonly account: string;
  /** Client id of the third-party provider (TPP) that calls the open-banking API. */
  readonly apiClient: string;
  /** Header x-fapi-customer-ip-address: present when a customer is there, absent for unattended access. */
  readonly fapiCustomerAddress: string;
  /** Header x-fapi-interaction-id. */
  readonly fapiInteractionId: string;
  /** Id of the consent a TPP acts under, or ''. */
  readonly consent: string;
  /** JA4 fingerprint of the client's TLS hello. */
  readonly tlsFingerprint: string;
  /** Autonomous system of the client's address, 0 where it is not one of the simulated networks. */
  readonly asn: number;
  readonly visitor: Visitor;
}
