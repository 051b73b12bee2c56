import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import { MetricsRegistry } from '../metrics/metrics-registry.js';
import { type ReadinessReport, ReadinessRegistry } from './readiness-registry.js';

/** The part of an HTTP response that is used here. */
interface Response {
  status(code: number): unknown;
  setHeader(name: string, value: string): unknown;
}

/** What an orchestrator and Prometheus ask: alive, ready, and how it goes. */
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: ReadinessRegistry,
    private readonly metrics: MetricsRegistry,
  ) {}

  /** Liveness: the event loop answers. */
  @Get('health')
  @Header('Cache-Control', 'no-store')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Readiness: 200 when every check holds, else 503, naming each check's state. */
  @Get('ready')
  @Header('Cache-Control', 'no-store')
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    response.status(report.ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    return report;
  }

  /** Prometheus text exposition. */
  @Get('metrics')
  async scrape(@Res({ passthrough: true }) response: Response): Promise<string> {
    response.setHeader('Content-Type', this.metrics.contentType);
    return this.metrics.metrics();
  }
}
