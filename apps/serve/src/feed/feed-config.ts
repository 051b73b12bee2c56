import { exportGuard } from '#libs/enforcement';
import { EnvInteger, EnvText, rule } from '#libs/platform';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';

/** How verdicts are offered over HTTP; environment variables of the same names. */
export class FeedConfig {
  /** 0 offers none. */
  @EnvInteger({ min: 0, max: 65_535 })
  readonly FEED_PORT: number = 0;

  @EnvText({ matching: /^[^\s/]+$/, allowed: 'a host name or an address to listen on' })
  readonly FEED_HOST: string = '127.0.0.1';

  /** PEM files; empty offers plain HTTP. */
  @EnvText()
  readonly SERVE_TLS_CERT: string = '';

  @EnvText()
  readonly SERVE_TLS_KEY: string = '';

  /** Authority of client certificates; with it, nobody gets in without one. */
  @EnvText()
  readonly SERVE_TLS_CA: string = '';

  /** What is never exported, whatever a verdict says. */
  @EnvBlocks()
  readonly EXPORT_NEVER: readonly string[] = [];

  /** The policy of analyse: what it allows is not exported either; read again when it changes. Empty for none. */
  @EnvText()
  readonly POLICY_FILE: string = '';

  /** Per key. */
  @EnvInteger({ min: 1, max: 10_000_000 })
  readonly FEED_REQUESTS_PER_MINUTE: number = 6_000;

  /** How far back a bouncer is told what ended; one that was away for longer is told everything. */
  @EnvInteger({ min: 1, max: 720 })
  readonly FEED_HISTORY_HOURS: number = 24;
}

function EnvBlocks(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? value.split(/[\s,]+/).filter((part) => part !== '') : value,
    ),
    rule('envBlocks', areBlocks, 'must be addresses and CIDR blocks, separated by commas'),
  );
}

function areBlocks(value: unknown): boolean {
  try {
    exportGuard({ cidrs: value as readonly string[] });
    return Array.isArray(value);
  } catch {
    return false;
  }
}
