import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type ClientFinder, createClientFinder } from './client-finder.js';
import { type MaterialPlace } from './material-place.js';
import { createMaterialReader } from './material-reader.js';
import { type SourceIdentity } from './source-identity.js';

/** Puts into a request who sent it: the true client, its TCP peer, session, account, API client and consent, unhashed. */
export type IdentityStep = (request: RawRequest) => void;

/**
 * Compiles what a source says about its visitors. Whatever it does not say stays as the line logs it; a place that is empty in
 * a request leaves what the format found. Costs next to nothing where nothing is configured.
 */
export function applySourceIdentity(identity: SourceIdentity = {}): IdentityStep {
  const findClient = createClientFinder(identity);
  const seesThrough = identity.trustedProxies !== undefined || identity.trustedHops !== undefined;
  const materials = materialSteps(identity);
  return (request) => {
    if (seesThrough || request.details?.clientClaimed === true) applyClient(request, findClient);
    for (const step of materials) step(request);
  };
}

function applyClient(request: RawRequest, findClient: ClientFinder): void {
  const { client, peer } = findClient(request);
  request.client = client;
  if (peer !== client || request.peer !== '') request.peer = peer;
}

function materialSteps({ session, account, apiClient, consent }: SourceIdentity): IdentityStep[] {
  return [
    ...materialStep(session, (request, value) => (request.session = value)),
    ...materialStep(account, (request, value) => (request.account = value)),
    ...materialStep(apiClient, (request, value) => (request.apiClient = value)),
    ...materialStep(consent, (request, value) => (detailsOf(request).consent = value)),
  ];
}

function materialStep(
  places: readonly MaterialPlace[] = [],
  set: (request: RawRequest, value: string) => void,
): IdentityStep[] {
  if (places.length === 0) return [];
  const read = createMaterialReader(places);
  return [
    (request) => {
      const value = read(request);
      if (value !== '') set(request, value);
    },
  ];
}
