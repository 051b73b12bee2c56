import { type LogSnapshot } from '../../snapshot/log-snapshot.js';

/** A window that was counted, and all that its count hangs on besides the log. Times in milliseconds since the epoch. */
export interface CountedWindow {
  readonly snapshot: LogSnapshot;
  readonly from: number;
  readonly to: number;
  /** Name of what was learned about paths. */
  readonly learned: string;
  /** How often visitors that moved have been counted since everybody was. */
  readonly round: number;
}
