import { type TargetStatus } from '#libs/enforcement';
import { Controller, Get, Header } from '@nestjs/common';
import { PushService } from '../push.service.js';

/** How every target stands, for `wherefore push status`. */
@Controller()
export class TargetsController {
  constructor(private readonly push: PushService) {}

  @Get('targets')
  @Header('Cache-Control', 'no-store')
  targets(): { targets: readonly TargetStatus[] } {
    return { targets: this.push.statuses };
  }
}
