import { drawUserAgent } from './user-agents.mjs';

/** Of all visitors this share stands behind an address that another visitor has too. */
const SHARED_ADDRESSES = 0.033;

/** Visitors as pairs of address and user agent; one in twelve by IPv6. */
export function createVisitors(count, chance) {
  const visitors = [];
  while (visitors.length < count) {
    const shares = visitors.length > 0 && chance.happens(SHARED_ADDRESSES);
    const address = shares ? chance.pick(visitors).address : drawAddress(chance);
    visitors.push({
      address,
      userAgent: drawUserAgent(chance),
      protocol: chance.happens(0.85) ? 'HTTP/2.0' : 'HTTP/1.1',
      signedIn: chance.happens(0.02),
    });
  }
  return visitors;
}

/** Any public-looking address: many networks, as in a log of the open internet. */
function drawAddress(chance) {
  if (chance.happens(1 / 12)) {
    return `2a0${chance.below(8)}:${group(chance)}:${group(chance)}::${group(chance)}`;
  }
  const first = chance.pick([2, 31, 46, 62, 77, 81, 89, 92, 109, 145, 178, 185, 188, 193, 212]);
  return `${first}.${chance.below(256)}.${chance.below(256)}.${1 + chance.below(254)}`;
}

const group = (chance) => (1 + chance.below(65_534)).toString(16);
