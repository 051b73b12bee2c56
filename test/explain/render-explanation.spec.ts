import { describe, expect, it } from '@jest/globals';
import {
  encodeLifted,
  encodeVerdict,
  judgedPart,
  type Recount,
  recordedPart,
} from '#libs/enforcement';
import {
  advanceVerdict,
  defaultPolicy,
  expireVerdict,
  missingReasons,
  otherFigures,
  outcomeOf,
  traceJudgement,
} from '#libs/intent';
import pc from 'picocolors';
import { estateWith } from '../../libs/intent/src/testing/ordinary-estate.js';
import { visitorFrom } from '../../libs/intent/src/testing/ordinary-visitor.js';
import { explanationOf } from '../../apps/wherefore/src/explain/explanation.js';
import { renderAll } from '../../apps/wherefore/src/explain/render-all.js';
import { renderExplanation } from '../../apps/wherefore/src/explain/render-explanation.js';

const plain = pc.createColors(false);
const estate = estateWith({});
const HOSTILE = 'curl/8\u001b[2J\u202e\n';
const group = {
  address: visitorFrom({
    features: {
      requests: 40,
      userAgent: HOSTILE,
      site: HOSTILE,
      probes: { exploit: 4, sensitive_file: 6 },
    },
    identity: { agentKind: 'library', agentFamily: HOSTILE },
  }),
  agents: [],
  place: 0,
};
const judgement = traceJudgement(group, estate);
const context = {
  verdictId: 'an-id',
  tenant: 'default',
  windowFrom: estate.from,
  asOf: estate.to,
  query: 'visitor-features@2',
  snapshot: '9cc474fa379fdebe',
  model: 'assumed',
  policy: defaultPolicy,
};
const { state } = advanceVerdict(null, judgement, estate.to, defaultPolicy);
const message = encodeVerdict(state, judgement, context);
const recorded = recordedPart(message);

function recountOf(requests: number): Recount {
  if (recorded === null) throw new Error('a verdict in force was counted');
  const again = { ...judgement, features: { ...judgement.features, requests } };
  return {
    verdictId: 'an-id',
    sequence: 1,
    change: 'condemned',
    message,
    problem: null,
    again: {
      part: judgedPart(again, context, recorded),
      outcome: outcomeOf(judgement, defaultPolicy),
      query: context.query,
      model: context.model,
      policy: '1',
      partitions: 2,
      figures: { userAgent: HOSTILE, requests: 40 },
      without: missingReasons(group, estate, defaultPolicy),
      otherFigures: otherFigures(group, ['requests', 'probes.exploit'], estate, defaultPolicy),
      script: '',
    },
  };
}

describe(renderExplanation.name, () => {
  it('says who, what, why, and that every number is the same again', () => {
    const text = renderExplanation(explanationOf(recountOf(40)), plain);
    expect(text).toContain('address 192.0.2.7');
    expect(text).toContain('block on every site since');
    expect(text).toContain('vulnerability scanning');
    expect(text).toContain('PROBE_EXPLOIT');
    expect(text).toContain('every number is the same again');
    expect(text).toContain('What would have changed it');
    expect(text).not.toContain('differs');
  });

  it('names the number that is not', () => {
    const explanation = explanationOf(recountOf(39));
    expect(explanation.isSame).toBe(false);
    expect(renderExplanation(explanation, plain)).toContain('evidence.requests was 40, is 39');
  });

  it('lets no text of the log steer the terminal', () => {
    const text = renderExplanation(explanationOf(recountOf(40)), plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
  });

  it('says why a verdict was lifted', () => {
    const { state: lifted } = expireVerdict(state, estate.to + 90 * 60_000);
    const expired = { ...recountOf(40), change: 'lifted', again: null };
    const explanation = explanationOf({ ...expired, message: encodeLifted(lifted, null, context) });
    expect(explanation.isSame).toBe(true);
    expect(renderExplanation(explanation, plain)).toContain('its time was over');
  });
});

describe(renderAll.name, () => {
  it('counts what adds up, and shows what does not', () => {
    const text = renderAll([recountOf(40), recountOf(39)].map(explanationOf), plain);
    expect(text).toContain('1 of 2 verdict changes count the same again');
    expect(text).toContain('evidence.requests was 40, is 39');
  });

  it('does not take for sound what cannot be counted', () => {
    const gone = { ...recountOf(40), again: null, problem: 'its log snapshot is gone' };
    expect(renderAll([explanationOf(gone)], plain)).toContain('its log snapshot is gone');
  });
});
