import { type FeedKey } from '#libs/store';
import { type IncomingMessage, type ServerResponse } from 'node:http';

/** A request whose key was checked. */
export interface FeedRequest extends IncomingMessage {
  feedKey: FeedKey;
}

export type FeedResponse = ServerResponse;
