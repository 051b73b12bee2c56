import { emptyRawRequest, type RawRequest } from '../raw-request.js';

/** A request while its fields are being set: those that only make sense together are kept apart at first. */
export interface JsonRequest {
  readonly request: RawRequest;
  startTime: number;
  endTime: number;
  url: string;
  path: string;
  query: string;
}

export function emptyJsonRequest(): JsonRequest {
  const request = emptyRawRequest();
  return { request, startTime: 0, endTime: 0, url: '', path: '', query: '' };
}
