import { type CrawlerClaim, type NetworkFacts } from '#libs/reference';
import { printable } from '../terminal/printable.js';
import { type Answer } from './look-up.js';

const LABEL_WIDTH = 10;

/** An answer for a person, one fact a line. */
export function renderLookUp({ address, network, agent, crawler }: Answer): string {
  const lines: [label: string, text: string][] = [];
  if (address !== null && network !== null) {
    lines.push(['address', address]);
    lines.push(['network', networkText(network)]);
    lines.push(['country', network.country === '' ? 'unknown' : network.country]);
  }
  if (agent !== null) {
    const version = agent.majorVersion === null ? '' : ` ${agent.majorVersion}`;
    lines.push(['agent', `${agent.family || 'none'}${version} (${agent.kind})`]);
    if (agent.oddities.length > 0) lines.push(['odd', agent.oddities.join(', ')]);
  }
  if (crawler !== null) lines.push(['claims', claimText(crawler, address)]);
  return lines.map(([label, text]) => `${label.padEnd(LABEL_WIDTH)}${printable(text)}`).join('\n');
}

function networkText({ asn, organisation }: NetworkFacts): string {
  if (asn === 0) return 'unknown';
  return organisation === undefined ? `AS${asn}` : `AS${asn} ${organisation}`;
}

function claimText(claim: CrawlerClaim, address: string | null): string {
  const { name, operator, purpose } = claim;
  const truth = address === null ? 'not checked without an address' : truthText(claim);
  return `${name} of ${operator} (${purpose}): ${truth}`;
}

function truthText({ verification, impostor, basis }: CrawlerClaim): string {
  if (impostor) return 'false, the operator publishes all its addresses and this is none of them';
  if (verification === 'none') return 'neither proved nor disproved by the address';
  return basis === 'published'
    ? 'true, the operator publishes this address'
    : "true, the address is in the operator's own network";
}
