import { type CaptureReader } from './haproxy-captures.js';

/** What a source says about its HAProxy lines. */
export interface HaproxySettings {
  /** Zone of times logged without one, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  readonly defaultHost: string;
  readonly readCaptures: CaptureReader;
}
