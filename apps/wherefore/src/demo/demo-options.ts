import { type EstateFlags } from '../feed/estate-options.js';

/** What the demo is asked for on the command line. */
export interface DemoOptions extends EstateFlags {
  readonly exit?: true;
  readonly input?: string;
  readonly json?: true;
  readonly dataDir?: string;
  readonly small?: true;
  readonly verbose?: true;
}
