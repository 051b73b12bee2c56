import { describe, expect, it } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';
import { MetricsRegistry, silentLogger } from '#libs/platform';
import { type PartitionAudit } from '#libs/store';
import { AuditMetrics } from './audit-metrics.js';
import { LogAuditor } from './log-auditor.js';

const WHOLE: PartitionAudit = {
  topic: 'logs',
  partition: 0,
  rows: 100,
  first: 0,
  tail: 100,
  duplicatedRows: 0,
  missingOffsets: 0,
  duplicatedDays: [],
};

function auditorOf(audits: readonly Partial<PartitionAudit>[] | Error, end = 100) {
  const registry = new MetricsRegistry();
  const alarms: [string, object | undefined][] = [];
  const logger = {
    ...silentLogger,
    error: (message: string, fields?: object) => alarms.push([message, fields]),
  };
  const auditor = new LogAuditor({
    audit: {
      run: () =>
        audits instanceof Error
          ? Promise.reject(audits)
          : Promise.resolve(audits.map((audit) => ({ ...WHOLE, ...audit }))),
    },
    ends: () => Promise.resolve(new Map([['logs', [{ partition: 0, earliest: 0, end }]]])),
    metrics: new AuditMetrics(registry),
    timers: new SchedulerRegistry(),
    clock: { now: () => 1_700_000_000_500, monotonic: () => 0 },
    logger,
    everyMs: 0,
  });
  const metrics = async (): Promise<string[]> => {
    await auditor.run();
    const text = await registry.metrics();
    return text.split('\n').filter((line) => line.startsWith('wherefore_audit_'));
  };
  return { metrics, alarms };
}

describe('LogAuditor', () => {
  it('shows a whole log without an alarm', async () => {
    const { metrics, alarms } = auditorOf([{}], 107);
    expect(await metrics()).toEqual([
      'wherefore_audit_duplicated_rows{topic="logs",partition="0"} 0',
      'wherefore_audit_missing_offsets{topic="logs",partition="0"} 0',
      'wherefore_audit_behind_records{topic="logs",partition="0"} 7',
      'wherefore_audit_ahead_of_brokers{topic="logs",partition="0"} 0',
      'wherefore_audit_last_run_timestamp_seconds 1700000000.5',
      'wherefore_audit_failures_total 0',
    ]);
    expect(alarms).toEqual([]);
  });

  it('says with which statement doubled rows go, and what else nothing heals', async () => {
    const broken = { duplicatedRows: 5, duplicatedDays: ['20260314'], missingOffsets: 3 };
    const { metrics, alarms } = auditorOf([broken], 50);
    const shown = await metrics();
    expect(shown).toContain('wherefore_audit_duplicated_rows{topic="logs",partition="0"} 5');
    expect(shown).toContain('wherefore_audit_ahead_of_brokers{topic="logs",partition="0"} 1');
    expect(alarms).toEqual([
      [
        'rows are stored twice',
        expect.objectContaining({
          duplicatedRows: 5,
          repair: [expect.stringMatching(/^OPTIMIZE TABLE access_events PARTITION ID '20260314' /)],
        }),
      ],
      ['stored rows are missing', expect.objectContaining({ missingOffsets: 3 })],
      [
        'the stored log ends beyond the topic',
        expect.objectContaining({ advice: expect.stringContaining('logs@2') }),
      ],
    ]);
  });

  it('counts an audit that could not be made, and shows no other', async () => {
    const { metrics } = auditorOf(new Error('the store is away'));
    expect(await metrics()).toEqual(['wherefore_audit_failures_total 1']);
  });
});
