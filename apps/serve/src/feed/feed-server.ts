import { Server as TlsServer } from 'node:https';
import { type Logger } from '#libs/platform';
import { type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { CertificateWatch } from './certificate-watch.js';
import { describeFeed } from './describe-feed.js';
import { every } from './every.js';
import { type FeedConfig } from './feed-config.js';
import { type FeedRequest, type FeedResponse } from './access/feed-request.js';
import { FeedModule, type FeedParts } from './feed.module.js';
import { jsonHead } from './lapi/write-json.js';
import { tlsOptions } from './tls-options.js';

/** How often the store is asked for new verdicts and keys, milliseconds. */
const ROUND_MS = 1_000;

/** The feed's own listener, apart from the one of health and metrics, that needs no key. */
export class FeedServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #app: NestExpressApplication | undefined;
  #stop: (() => void) | undefined;
  #isFresh = true;
  #certificate: CertificateWatch | undefined;

  constructor(
    private readonly config: FeedConfig,
    private readonly parts: FeedParts,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { FEED_PORT: port, FEED_HOST: host } = this.config;
    const httpsOptions = tlsOptions(this.config);
    const app = await NestFactory.create<NestExpressApplication>(FeedModule.register(this.parts), {
      ...(httpsOptions !== undefined && { httpsOptions }),
      abortOnError: false,
      forceCloseConnections: true,
    });
    app.disable('x-powered-by');
    app.set('etag', false);
    const described = JSON.stringify(describeFeed(app));
    app.use('/openapi.json', (_request: FeedRequest, response: FeedResponse) => {
      jsonHead(response);
      response.end(described);
    });
    this.#stop = every(ROUND_MS, () => this.#round());
    await app.listen(port, host);
    this.#app = app;
    const listener: unknown = app.getHttpServer();
    if (listener instanceof TlsServer)
      this.#certificate = new CertificateWatch(this.config, listener, this.logger);
    this.logger.info('the verdict feeds listen', { host, port, tls: httpsOptions !== undefined });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stop?.();
    await this.#app?.close();
  }

  /** Told once when the store goes away, once when it is back: the last known verdicts stay meanwhile. */
  async #round(): Promise<void> {
    this.#certificate?.look();
    try {
      await Promise.all([this.parts.keys.refresh(), this.parts.feed.refresh()]);
      if (!this.#isFresh) this.logger.info('the verdict feeds are fresh again');
      this.#isFresh = true;
    } catch (error) {
      if (this.#isFresh)
        this.logger.warn('the store does not answer; the feeds go on with the verdicts they have', {
          error,
        });
      this.#isFresh = false;
    }
  }
}
