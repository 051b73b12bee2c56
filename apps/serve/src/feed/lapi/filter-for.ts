import { type DecisionFilter, type DecisionType } from '#libs/enforcement';
import { type FeedKey } from '#libs/store';
import { type StreamQuery } from './stream-query.js';

const TYPES: ReadonlyMap<string, DecisionType> = new Map([
  ['block', 'ban'],
  ['challenge', 'captcha'],
  ['throttle', 'throttle'],
]);

/** What a bouncer asks for, within what its key may have. */
export function filterFor(query: StreamQuery, { actions, sites }: FeedKey): DecisionFilter {
  return {
    scopes: query.scopes,
    origins: query.origins,
    scenariosContaining: query.scenarios_containing,
    scenariosNotContaining: query.scenarios_not_containing,
    simulated: query.simulated,
    types: actions.flatMap((action) => TYPES.get(action) ?? []),
    sites,
  };
}
