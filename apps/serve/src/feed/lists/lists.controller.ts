import { LIST_FORMATS, listEntries, type ListFormat, listPage } from '#libs/enforcement';
import { type FeedKey } from '#libs/store';
import {
  Controller,
  Get,
  Inject,
  NotFoundException,
  Param,
  Query,
  Req,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiResponse } from '@nestjs/swagger';
import { ApiKeyGuard } from '../access/api-key.guard.js';
import { type FeedRequest, type FeedResponse } from '../access/feed-request.js';
import { FeedAnswers } from '../feed-answers.js';
import { FEED_CLOCK, type FeedClock } from '../feed-clock.js';
import { FeedMetrics } from '../feed-metrics.js';
import { VerdictFeed } from '../verdict-feed.js';
import { ListCache, type PreparedPage, zipped } from './list-cache.js';
import { ListParameters, listQuery, pageQuery } from './list-parameters.js';

/** What to enforce as plain lists, one format for each kind of reader. */
@Controller('lists')
@FeedAnswers()
@UseGuards(ApiKeyGuard)
export class ListsController {
  readonly #cache = new ListCache();

  constructor(
    private readonly feed: VerdictFeed,
    private readonly metrics: FeedMetrics,
    @Inject(FEED_CLOCK) private readonly clock: FeedClock,
  ) {}

  @ApiOperation({ summary: 'what to enforce, as a list' })
  @ApiParam({ name: 'format', enum: [...LIST_FORMATS.keys()] })
  @ApiOkResponse({
    description:
      'a line an entry. ETag names the list; X-Entries counts it; Link names the next page, where there is one',
    content: { 'text/plain': { schema: { type: 'string' } } },
  })
  @ApiResponse({ status: 304, description: 'the list is the one of If-None-Match' })
  @ApiResponse({ status: 404, description: 'no such format' })
  @Get(':format')
  async list(
    @Param('format') name: string,
    @Query() asked: ListParameters,
    @Req() request: FeedRequest,
    @Res() response: FeedResponse,
  ): Promise<void> {
    const format = LIST_FORMATS.get(name);
    if (format === undefined) throw unknownFormat();
    const prepared = this.#prepare(format, asked, request.feedKey);
    this.metrics.pulled(request.feedKey.name, `lists/${format.name}`);
    head(response, prepared, request.url ?? '');
    if (isKnown(request.headers['if-none-match'], prepared.etag)) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    await send(request, response, prepared);
  }

  #prepare(format: ListFormat, asked: ListParameters, key: FeedKey): PreparedPage {
    const now = this.clock.now();
    const board = this.feed.board();
    board.expire(now);
    const query = listQuery(asked, format, key);
    const page = pageQuery(asked);
    const category = asked.category ?? 'wherefore';
    const name = JSON.stringify([format.name, query, asked.after, page.limit, category]);
    return this.#cache.page(name, board.version, () =>
      listPage(listEntries(board.inForce(now), query, this.feed.guard), format, page, category),
    );
  }
}

function unknownFormat(): NotFoundException {
  const known = [...LIST_FORMATS.keys()].join(', ');
  return new NotFoundException({ message: `no such format; there are ${known}` });
}

function head(response: FeedResponse, { etag, page }: PreparedPage, url: string): void {
  response.setHeader('ETag', etag);
  response.setHeader('Vary', 'Accept-Encoding');
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Entries', page.entries);
  if (page.next === null) return;
  const next = new URL(url, 'http://feed');
  next.searchParams.set('after', page.next);
  response.setHeader('Link', `<${next.pathname}${next.search}>; rel="next"`);
}

/** Whether the reader has it: weak comparison, as If-None-Match asks for. */
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}

async function send(
  request: FeedRequest,
  response: FeedResponse,
  prepared: PreparedPage,
): Promise<void> {
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(
    request.headers['accept-encoding']?.toString() ?? '',
  );
  if (takesGzip) response.setHeader('Content-Encoding', 'gzip');
  const body = takesGzip ? await zipped(prepared) : prepared.body;
  response.setHeader('Content-Length', body.length);
  response.end(body);
}
