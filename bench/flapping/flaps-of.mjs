import {
  advanceVerdict,
  defaultPolicy,
  expireVerdict,
  isInForce,
  judgementSketch,
} from '../../dist/libs/intent/src/index.js';

const CYCLE_MS = 600_000;
const ORDER = ['allow', 'monitor', 'throttle', 'challenge', 'block'];

/**
 * What a trace makes of the verdict: how often it was condemned, how many messages that took, and how often it changed its mind: a change
 * that takes back the one before it (condemned again after a lift, milder after stricter, and the other way round). That a verdict ends
 * once is no change of mind.
 */
export function flapsOf(trace) {
  let state = null;
  const changes = [];
  trace.forEach((score, i) => {
    const before = strictnessOf(state);
    const step = stepOf(state, score, i * CYCLE_MS);
    state = step?.state ?? state;
    const change = step?.change ?? 'none';
    if (change !== 'none') changes.push({ change, turn: Math.sign(strictnessOf(state) - before) });
  });
  const turns = changes.map(({ turn }) => turn).filter((turn) => turn !== 0);
  return {
    condemned: changes.filter(({ change }) => change === 'condemned').length,
    messages: changes.length,
    flaps: Math.max(0, turns.filter((turn, i) => i > 0 && turn !== turns[i - 1]).length - 1),
  };
}

/** A key that carries no verdict is free, whatever was thought of it. */
function strictnessOf(state) {
  return state === null || !isInForce(state) ? 0 : ORDER.indexOf(state.action);
}

function stepOf(state, score, now) {
  if (score === null) return state === null ? null : expireVerdict(state, now, defaultPolicy);
  return advanceVerdict(state, JUDGED[score], now, defaultPolicy);
}

function judged(score) {
  const isMalicious = score >= 80;
  return judgementSketch({
    keyType: 'address',
    key: '192.0.2.7',
    address: '192.0.2.7',
    userAgent: '',
    nature: 'undeclared_bot',
    intent: isMalicious
      ? { stance: 'malicious', class: 'OAT-008' }
      : { stance: 'unknown', class: null },
    score,
    confidence: isMalicious ? score / 100 : 0.5,
    peopleSharing: 0,
    site: '',
    requests: 200,
    roles: [],
  });
}

const JUDGED = Array.from({ length: 101 }, (_, score) => judged(score));
