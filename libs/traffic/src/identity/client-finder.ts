import { canonicalAddress } from '../canonical-address.js';
import { type RawRequest } from '../raw-request.js';
import { AddressSet } from './address-set.js';
import { forwardedForHops, forwardedHops } from './hop-list.js';
import { type SourceIdentity } from './source-identity.js';

/** Who sent a request, and how that is known. */
export interface FoundClient {
  readonly client: string;
  /** The TCP peer. */
  readonly peer: string;
  /**
   * `logged`: as the line says; `untrusted_peer`: the peer is no trusted proxy, so it is the client itself;
   * else the name of the header that a trusted proxy wrote.
   */
  readonly from: string;
}

/** Looks through the proxies in front of a server. */
export type ClientFinder = (request: RawRequest) => FoundClient;

/**
 * Finds the true client: from the TCP peer outwards, as long as each hop is a trusted proxy. What stands left of the first hop
 * that is not trusted has no influence, so nobody can pass for somebody else by sending the header.
 */
export function createClientFinder(identity: SourceIdentity): ClientFinder {
  const { trustedProxies, trustedHops, clientAddressHeaders = ['x-forwarded-for'] } = identity;
  if (trustedProxies === undefined && trustedHops === undefined) return withoutProxies;
  const trusted = trustOf(trustedProxies);
  return (request) => {
    const chain = chainOf(request);
    if (!trusted(chain.peer)) {
      return { client: chain.peer, peer: chain.peer, from: 'untrusted_peer' };
    }
    for (const header of clientAddressHeaders) {
      const hops = hopsOf(request, header, chain.peerFromHeader);
      const client = hops.length === 0 ? '' : clientIn(hops, trustedHops, trusted, chain.peer);
      if (client !== '') return { client, peer: chain.peer, from: header };
    }
    const logged = request.details?.clientClaimed === true ? chain.peer : request.client;
    return { client: logged, peer: chain.peer, from: 'logged' };
  };
}

/** A log that has the client from a header only, or from one that anybody can write, is believed for the nearest hop alone. */
function withoutProxies(request: RawRequest): FoundClient {
  const { client, peer } = request;
  if (request.details?.clientClaimed !== true) return { client, peer, from: 'logged' };
  const chain = chainOf(request);
  return { client: chain.peer, peer: chain.peer, from: 'untrusted_peer' };
}

interface Chain {
  readonly peer: string;
  /** Whether the peer is the last entry of the header, because the log does not show it otherwise. */
  readonly peerFromHeader: boolean;
}

function chainOf(request: RawRequest): Chain {
  if (request.peer !== '') return { peer: addressOr(request.peer), peerFromHeader: false };
  if (request.details?.clientClaimed === true) {
    const [nearest = ''] = forwardedForHops(request.forwardedFor);
    if (nearest !== '') return { peer: nearest, peerFromHeader: true };
  }
  return { peer: addressOr(request.client), peerFromHeader: false };
}

function addressOr(text: string): string {
  return canonicalAddress(text) || text;
}

function trustOf(trustedProxies: readonly string[] | undefined): (peer: string) => boolean {
  // With a number of hops alone, the nearest is a proxy whatever its address.
  if (trustedProxies === undefined) return () => true;
  const addresses = new AddressSet(trustedProxies);
  const local = trustedProxies.includes('unix:');
  return (peer) => (local && peer.startsWith('unix:')) || addresses.has(peer);
}

/** What a header says of the hops beyond the peer, the nearest first. */
function hopsOf(request: RawRequest, header: string, peerFromHeader: boolean): readonly string[] {
  const text = headerOf(request, header);
  if (text === '' || text === '-') return NO_HOPS;
  if (header === 'forwarded') return forwardedHops(text);
  if (header !== 'x-forwarded-for') {
    const address = canonicalAddress(text.trim());
    return address === '' ? NO_HOPS : [address];
  }
  const hops = forwardedForHops(text);
  return peerFromHeader ? hops.slice(1) : hops;
}

const NO_HOPS: readonly string[] = [];

function headerOf(request: RawRequest, header: string): string {
  if (header === 'x-forwarded-for' && request.forwardedFor !== '') return request.forwardedFor;
  return request.details?.headers?.get(header) ?? '';
}

/** The outermost address that trusted proxies vouch for; `''` where they name none. */
function clientIn(
  hops: readonly string[],
  trustedHops: number | undefined,
  trusted: (address: string) => boolean,
  peer: string,
): string {
  if (trustedHops !== undefined) return hopAt(hops, trustedHops - 1);
  let client = '';
  for (const hop of hops) {
    if (hop === '') return client || peer;
    client = hop;
    if (!trusted(hop)) return hop;
  }
  return client;
}

/** The entry at a position, or the nearest known one right of it. */
function hopAt(hops: readonly string[], position: number): string {
  for (let at = Math.min(position, hops.length - 1); at >= 0; at--) {
    const hop = hops[at] ?? '';
    if (hop !== '') return hop;
  }
  return '';
}
