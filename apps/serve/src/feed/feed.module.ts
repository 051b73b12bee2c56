import { BadRequestException, type DynamicModule, Module, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { type ValidationError } from 'class-validator';
import { FeedLimits } from './access/feed-limits.js';
import { KnownKeys } from './access/known-keys.js';
import { FEED_CLOCK, type FeedClock } from './feed-clock.js';
import { FeedMetrics } from './feed-metrics.js';
import { DecisionsController } from './lapi/decisions.controller.js';
import { LapiHealthController } from './lapi/lapi-health.controller.js';
import { ReaderCursors } from './lapi/reader-cursors.js';
import { ListsController } from './lists/lists.controller.js';
import { VerdictFeed } from './verdict-feed.js';

/** Everything that answering needs. */
export interface FeedParts {
  readonly feed: VerdictFeed;
  readonly keys: KnownKeys;
  readonly cursors: ReaderCursors;
  readonly limits: FeedLimits;
  readonly metrics: FeedMetrics;
  readonly clock: FeedClock;
}

/** What the feed's own listener answers: CrowdSec's local API for bouncers, and lists. */
@Module({})
export class FeedModule {
  static register(parts: FeedParts): DynamicModule {
    return {
      module: FeedModule,
      controllers: [DecisionsController, ListsController, LapiHealthController],
      providers: [
        { provide: VerdictFeed, useValue: parts.feed },
        { provide: KnownKeys, useValue: parts.keys },
        { provide: ReaderCursors, useValue: parts.cursors },
        { provide: FeedLimits, useValue: parts.limits },
        { provide: FeedMetrics, useValue: parts.metrics },
        { provide: FEED_CLOCK, useValue: parts.clock },
        {
          provide: APP_PIPE,
          useValue: new ValidationPipe({
            transform: true,
            // Newer bouncers send parameters that we do not know.
            whitelist: true,
            exceptionFactory: badRequest,
          }),
        },
      ],
    };
  }
}

function badRequest(errors: ValidationError[]): BadRequestException {
  const problems = errors.map(
    ({ property, constraints }) => `${property} ${Object.values(constraints ?? {}).join(' and ')}`,
  );
  return new BadRequestException({ message: problems.join('; ') });
}
