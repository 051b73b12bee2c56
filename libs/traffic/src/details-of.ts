import { type RawDetails } from './raw-details.js';
import { type RawRequest } from './raw-request.js';

/** The details of a request, to be filled in; empty at first. */
export function detailsOf(request: RawRequest): RawDetails {
  request.details ??= {
    clientPort: null,
    responseSize: null,
    tlsProtocol: '',
    tlsCipher: '',
    tlsJa3: '',
    tlsJa4: '',
    botScore: null,
    botScoreSource: '',
    botTags: [],
    cacheStatus: '',
    edgeLocation: '',
    traceId: '',
    clientAsn: null,
    clientCountry: '',
    headers: null,
    headerNames: [],
    duplicateMark: '',
    sampleRate: null,
    consent: '',
    clientClaimed: false,
  };
  return request.details;
}
