import { weigh } from '../../evidence/weigh.js';
import { beyond } from '../beyond.js';
import { type ClientContext } from '../client-context.js';
import { type ClientThreat, type SubVisitorRule } from '../client-threat.js';
import { type StrangeConduct } from '../company-of.js';
import { limitOf } from '../person-habits.js';
import { clientFailsAlike, othersDoTheSame } from '../shared-rules.js';
import { type SubVisitor } from '../sub-visitor.js';

const HALF = 0.5;

const limitFor = ({ people }: SubVisitor, { habits }: ClientContext): number =>
  limitOf(habits, 'tokenFailures', people);

const isRefusedTokens: StrangeConduct = (one, context) =>
  one.tokenFailures > limitFor(one, context) && one.tokenFailures > HALF * one.tokenRequests;

const tokensProbed: SubVisitorRule = (one, context) => {
  const limit = limitFor(one, context);
  return isRefusedTokens(one, context)
    ? weigh('TOKENS_PROBED', {
        value: one.tokenFailures,
        baseline: limit,
        strength: beyond(one.tokenFailures, limit),
        text: `was refused a token ${one.tokenFailures} of ${one.tokenRequests} times`,
      })
    : null;
};

const manyTokens: SubVisitorRule = ({ tokensTried, tokenFailures }) =>
  tokensTried >= 5 && tokensTried > HALF * tokenFailures
    ? weigh('MANY_TOKENS_TRIED', {
        value: tokensTried,
        strength: Math.min(2, Math.log(tokensTried) / 2),
        text: `tried ${tokensTried} different tokens or codes`,
      })
    : null;

const nothingButTokens: SubVisitorRule = ({ requests, tokenRequests, tokenFailures }) =>
  tokenFailures > HALF * tokenRequests && tokenRequests === requests
    ? weigh('NOTHING_BUT_TOKENS', {
        value: tokenRequests,
        text: 'does nothing with the tokens it asks for',
      })
    : null;

/**
 * OAT-007 at the token endpoint: codes, refresh tokens or client secrets tried until one fits. Subtracted: a client whose
 * requests all fail (expired certificate, authorisation server down). Not visible: the tokens themselves where they stand in
 * the body of the request, as they should.
 */
export const tokenProbing: ClientThreat = {
  id: 'OAT-007',
  name: 'token probing',
  prior: -4.5,
  rules: [
    tokensProbed,
    manyTokens,
    nothingButTokens,
    othersDoTheSame(isRefusedTokens),
    clientFailsAlike(
      {
        failures: ({ tokenFailures }) => tokenFailures,
        tries: ({ tokenRequests }) => tokenRequests,
      },
      isRefusedTokens,
    ),
  ],
};
