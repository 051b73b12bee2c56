import {
  type DecisionDelta,
  type DecisionFilter,
  feedSince,
  searchDecisions,
  wholeFeed,
} from '#libs/enforcement';
import { type FeedReader } from '#libs/store';
import {
  Controller,
  Get,
  Head,
  HttpCode,
  Inject,
  Post,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeEndpoint, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiKeyGuard } from '../access/api-key.guard.js';
import { type FeedRequest, type FeedResponse } from '../access/feed-request.js';
import { FeedAnswers } from '../feed-answers.js';
import { FEED_CLOCK, type FeedClock } from '../feed-clock.js';
import { FeedMetrics } from '../feed-metrics.js';
import { VerdictFeed } from '../verdict-feed.js';
import { decisionSchema } from './decision-schema.js';
import { DecisionsQuery } from './decisions-query.js';
import { filterFor } from './filter-for.js';
import { ReaderCursors } from './reader-cursors.js';
import { StreamQuery } from './stream-query.js';
import { jsonHead, writeLists } from './write-json.js';

const decisions = { type: 'array' as const, items: decisionSchema };
const streamSchema = {
  type: 'object' as const,
  properties: { new: decisions, deleted: decisions },
  required: ['new', 'deleted'],
};

/** The part of CrowdSec's local API that bouncers use. */
@Controller('v1')
@FeedAnswers()
@UseGuards(ApiKeyGuard)
export class DecisionsController {
  constructor(
    private readonly feed: VerdictFeed,
    private readonly cursors: ReaderCursors,
    private readonly metrics: FeedMetrics,
    @Inject(FEED_CLOCK) private readonly clock: FeedClock,
  ) {}

  @ApiExcludeEndpoint()
  @Head(['decisions', 'decisions/stream'])
  probe(@Res() response: FeedResponse): void {
    this.feed.board();
    jsonHead(response);
    response.end();
  }

  /** The decisions in force about an address, a block or a value; `null` where there are none. */
  @ApiOperation({ summary: 'the decisions in force about an address, a block or a value' })
  @ApiOkResponse({
    description: 'null where there are none',
    schema: { ...decisions, nullable: true },
  })
  @Get('decisions')
  decisions(
    @Query() query: DecisionsQuery,
    @Req() request: FeedRequest,
    @Res() response: FeedResponse,
  ): void {
    const { ip, range, scope, value, type, contains } = query;
    const filter = { ...filterFor(query, request.feedKey), type };
    const found = searchDecisions(
      this.feed.board(),
      { block: ip ?? range, contains, value },
      scope === undefined ? filter : { ...filter, scopes: [scope] },
      this.clock.now(),
    );
    this.metrics.pulled(request.feedKey.name, 'decisions');
    jsonHead(response);
    response.end(found.length === 0 ? 'null' : JSON.stringify(found));
  }

  /** Everything in force at the start, then what changed since the reader asked last. */
  @ApiOperation({ summary: 'everything in force at the start, then what changed since' })
  @ApiOkResponse({ description: 'what to add and what to remove', schema: streamSchema })
  @Get('decisions/stream')
  async stream(
    @Query() query: StreamQuery,
    @Req() request: FeedRequest,
    @Res() response: FeedResponse,
  ): Promise<void> {
    const { name } = request.feedKey;
    const reader = { name, client: request.socket.remoteAddress ?? '' };
    const filter = filterFor(query, request.feedKey);
    const delta = await this.#delta(reader, filter, query.startup ?? false);
    const { added, deleted } = delta;
    const isHeard = await writeLists(response, { new: added, deleted });
    if (!isHeard) return;
    this.metrics.pulled(name, 'stream');
    this.metrics.told(name, added.length, deleted.length);
    await this.cursors.heard(reader, delta);
  }

  /** Newer bouncers say what they did; that they did is counted. */
  @ApiOperation({ summary: 'newer bouncers say what they did; that they did is counted' })
  @Post('usage-metrics')
  @HttpCode(201)
  usage(@Req() request: FeedRequest): { message: string } {
    this.metrics.reported(request.feedKey.name);
    return { message: 'usage metrics received' };
  }

  async #delta(
    reader: FeedReader,
    filter: DecisionFilter,
    startup: boolean,
  ): Promise<DecisionDelta> {
    const cursor = startup ? undefined : await this.cursors.of(reader);
    const board = await this.feed.boardAt(cursor?.sequence ?? 0);
    const now = this.clock.now();
    return cursor === undefined
      ? wholeFeed(board, filter, now)
      : feedSince(board, cursor, filter, now);
  }
}
