import { type Lab } from '../lab/lab.js';
import { type VerdictReport } from './verdict-report.js';

/** What a trial of verdicts runs with. */
export interface TrialOptions {
  readonly lab: Lab;
  readonly count: number;
}

/** One line of the table of `npm run faults -- verdicts`. */
export interface VerdictTrial {
  readonly name: string;
  readonly group: VerdictReport['group'];
  /** One line for the list. */
  readonly what: string;
  /** How often, unless asked otherwise. */
  readonly count: number;
  run(options: TrialOptions): Promise<Pick<VerdictReport, 'figures' | 'failures'>>;
}
