import { pipelineProgress, type PipelineProgress, type Store } from '#libs/store';
import { type TopicFeed } from '../feed/feed-topic.js';
import { type BarState } from '../terminal/progress.js';
import { count } from '../terminal/numbers.js';

/** How the whole pipeline stands, as far as it can be seen from outside. */
export interface PipelineState extends PipelineProgress {
  readonly produced: number;
  /** Lines that are in the topic and not in the store. */
  readonly lag: number;
}

const NOTHING: PipelineProgress = {
  stored: 0,
  earliest: 0,
  latest: 0,
  visitors: 0,
  judgedUntil: 0,
  allSeen: 0,
  verdicts: 0,
  published: 0,
};

export async function lookAtPipeline(store: Store, feed: TopicFeed): Promise<PipelineState> {
  const [stands = NOTHING] = await store.query<PipelineProgress>(pipelineProgress);
  const { produced } = feed;
  return { ...stands, produced, lag: Math.max(0, produced - stands.stored) };
}

/** `fed` is the share of the log that was taken up. */
export function storing({ produced, stored, lag }: PipelineState, fed: number): BarState {
  const share = produced === 0 ? 0 : fed * Math.min(1, stored / produced);
  return { share, text: `produced ${count(produced)}, stored ${count(stored)}, lag ${count(lag)}` };
}

export function judging(state: PipelineState, fed: number): BarState {
  const { earliest, latest, judgedUntil, visitors, published } = state;
  const judged = latest <= earliest ? 0 : Math.max(0, judgedUntil - earliest) / (latest - earliest);
  return {
    share: storing(state, fed).share * Math.min(1, judged),
    text: `${count(visitors)} visitors known, ${count(published)} verdicts published`,
  };
}
