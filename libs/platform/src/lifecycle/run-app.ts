import { type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type AddressInfo } from 'node:net';
import { type Logger } from '../logging/logger.js';
import { NestLogger } from '../logging/nest-logger.js';
import { captureConsole } from './capture-console.js';
import { onStopRequest } from './on-stop-request.js';
import { reportToParent } from './report-to-parent.js';
import { createShutdown } from './shutdown.js';

export interface RunAppOptions {
  readonly module: Type | DynamicModule;
  readonly processName: string;
  readonly httpHost: string;
  /** 0 takes any free port. */
  readonly httpPort: number;
  readonly logger: Logger;
  /**
   * For a process that ends by itself: when it resolves, the process shuts down with exit code 0;
   * when it rejects, with 1. It starts once the process listens.
   */
  readonly work?: (app: INestApplicationContext) => Promise<void>;
}

export interface RunningApp {
  readonly app: INestApplicationContext;
  readonly port: number;
  /** Shuts down gracefully and ends the process. */
  stop(reason: string, exitCode: number): Promise<void>;
}

/**
 * Starts a Nest application as a process: listens, tells the parent `{ type: 'listening', port }`,
 * and shuts down gracefully on SIGTERM, SIGINT and when the parent is gone, within 10 s: exit code 0
 * when everything closed, 1 otherwise. Whatever escapes (start-up failure, unhandled rejection,
 * uncaught exception) is logged and ends the process with 1.
 */
export async function runApp(options: RunAppOptions): Promise<RunningApp> {
  const { logger, processName } = options;
  captureConsole(logger);
  const starting = start(options);
  const shutdown = createShutdown(logger, async () => (await starting).close());
  onStopRequest(logger, (reason) => void shutdown(reason, 0));
  try {
    const app = await starting;
    const { port } = app.getHttpServer().address() as AddressInfo;
    logger.info('listening', { host: options.httpHost, port });
    reportToParent({ type: 'listening', process: processName, host: options.httpHost, port });
    if (options.work !== undefined) void runWork(options.work(app), logger, shutdown);
    return { app, port, stop: shutdown };
  } catch (error) {
    logger.error('could not start', { error });
    return process.exit(1);
  }
}

async function start({ module, httpHost, httpPort, logger }: RunAppOptions): Promise<NestApp> {
  const app = await NestFactory.create<NestApp>(module, {
    logger: new NestLogger(logger),
    abortOnError: false,
    forceCloseConnections: true,
  });
  app.disable('x-powered-by');
  await app.listen(httpPort, httpHost);
  return app;
}

type NestApp = NestExpressApplication;

async function runWork(
  work: Promise<void>,
  logger: Logger,
  shutdown: RunningApp['stop'],
): Promise<void> {
  try {
    await work;
    await shutdown('the work is done', 0);
  } catch (error) {
    logger.error('the work failed', { error });
    await shutdown('the work failed', 1);
  }
}
