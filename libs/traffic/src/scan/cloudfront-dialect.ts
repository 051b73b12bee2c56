import { type W3cDialect } from './w3c-record.js';

/** CloudFront percent-encodes what visitors send and counts seconds, in UTC. */
export const CLOUDFRONT_DIALECT: W3cDialect = {
  encoding: 'percent',
  timeTakenIn: 's',
  utcOffsetMinutes: 0,
};
