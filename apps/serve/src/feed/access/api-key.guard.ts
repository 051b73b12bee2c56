import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  HttpException,
  HttpStatus,
  Injectable,
} from '@nestjs/common';
import { FeedMetrics } from '../feed-metrics.js';
import { FeedLimits } from './feed-limits.js';
import { type FeedRequest, type FeedResponse } from './feed-request.js';
import { KnownKeys } from './known-keys.js';
import { presentedKey } from './presented-key.js';

/** Lets nobody in without a key, and nobody ask too often. */
@Injectable()
export class ApiKeyGuard implements CanActivate {
  constructor(
    private readonly keys: KnownKeys,
    private readonly limits: FeedLimits,
    private readonly metrics: FeedMetrics,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<FeedRequest>();
    const response = http.getResponse<FeedResponse>();
    const presented = presentedKey(request.headers);
    const key = presented === '' ? undefined : this.keys.ownerOf(presented);
    if (key === undefined) return this.#refuse(request, response);
    const wait = await this.limits.ofKey(key.name);
    if (wait > 0) this.#slowDown('too_many_requests', wait, response);
    request.feedKey = key;
    return true;
  }

  async #refuse(request: FeedRequest, response: FeedResponse): Promise<never> {
    const wait = await this.limits.ofWrongKey(request.socket.remoteAddress ?? '');
    if (wait > 0) this.#slowDown('too_many_wrong_keys', wait, response);
    this.metrics.refused('wrong_key');
    // The words of CrowdSec's own API, which bouncers know.
    throw new ForbiddenException({ message: 'access forbidden' });
  }

  #slowDown(
    reason: 'too_many_requests' | 'too_many_wrong_keys',
    seconds: number,
    response: FeedResponse,
  ): never {
    this.metrics.refused(reason);
    response.setHeader('Retry-After', seconds);
    throw new HttpException({ message: 'too many requests' }, HttpStatus.TOO_MANY_REQUESTS);
  }
}
