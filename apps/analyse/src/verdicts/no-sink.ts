import { type VerdictSink } from './verdict-sink.js';

/** Publishes nowhere: the history in ClickHouse is all that is wanted. */
export const noSink: VerdictSink = {
  name: 'none',
  open: () => Promise.resolve(),
  publish: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
