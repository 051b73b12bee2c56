import { pipelineProgress, type PipelineProgress, type Store } from '#libs/store';
import { type TopicFeed } from '../feed/feed-topic.js';
import { type Progress } from '../terminal/progress.js';
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

export function showPipeline(state: PipelineState, feed: TopicFeed, progress: Progress): void {
  progress.update(pipelineShare(state, feed.share), pipelineText(state));
}

export function pipelineText({
  produced,
  stored,
  lag,
  visitors,
  published,
}: PipelineState): string {
  return `produced ${count(produced)} │ stored ${count(stored)} │ lag ${count(lag)} │ visitors known ${count(visitors)} │ verdicts published ${count(published)}`;
}

/** Storing counts for one half, judging for the other. `fed` is the share of the log that was taken up. */
export function pipelineShare(state: PipelineState, fed: number): number {
  const { produced, stored, earliest, latest, judgedUntil } = state;
  if (produced === 0 || latest <= earliest) return 0;
  const storedShare = Math.min(1, stored / produced);
  const judgedShare = Math.min(1, Math.max(0, judgedUntil - earliest) / (latest - earliest));
  return (fed * storedShare * (1 + judgedShare)) / 2;
}
