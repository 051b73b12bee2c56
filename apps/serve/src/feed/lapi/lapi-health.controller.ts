import { Controller, Get, Header } from '@nestjs/common';

/** What a load balancer in front of the feed asks; no key. */
@Controller()
export class LapiHealthController {
  @Get('health')
  @Header('Cache-Control', 'no-store')
  health(): { status: 'up' } {
    return { status: 'up' };
  }
}
