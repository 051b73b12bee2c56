import { type DemoResult } from './demo-result.js';

/** What came out of the pipeline, whichever way the lines went in. */
export interface Passage {
  readonly transport: DemoResult['transport'];
  readonly produced: number;
  readonly stored: number;
  readonly published: number;
  readonly tail: string;
  /** Rejects when a part that goes on running ends by itself; never resolves. */
  readonly lost: Promise<never>;
}
