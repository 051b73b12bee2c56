import { type SimulatedRequest } from '../world/simulated-request.js';
import { combinedLine } from './combined-line.js';
import { jsonLine } from './json-line.js';

/** The line in the layout of the request's stream: vhost_combined for the web sites, JSON for the APIs. */
export function logLine(request: SimulatedRequest): string {
  return request.source === 'shop' || request.source === 'news'
    ? combinedLine(request)
    : jsonLine(request);
}
