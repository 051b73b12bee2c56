import { type AuditedPartition, repairOf, topicLife } from '#libs/store';
import { table } from '../summary/table.js';
import { count } from '../terminal/numbers.js';

const HEADER = ['topic', 'partition', 'rows', 'from', 'to', 'doubled', 'missing', 'not stored yet'];

/** Whether nothing is wrong that does not heal by itself; being behind does. */
export const isSound = ({ duplicatedRows, missingOffsets, isAhead }: AuditedPartition): boolean =>
  duplicatedRows === 0 && missingOffsets === 0 && !isAhead;

/** The audit as a table, with what to do about each finding below it. */
export function renderAudit(partitions: readonly AuditedPartition[]): string {
  if (partitions.length === 0) return 'Nothing is stored yet.';
  const rows = partitions.map((one) => [
    one.topic,
    String(one.partition),
    count(one.rows),
    String(one.first),
    String(one.tail),
    count(one.duplicatedRows),
    count(one.missingOffsets),
    one.behindRecords === null ? '–' : count(one.behindRecords),
  ]);
  const advice = partitions.filter((one) => !isSound(one)).flatMap(adviceFor);
  const verdict =
    advice.length === 0
      ? 'Every offset between the first and the last is stored exactly once.'
      : '';
  return [table(HEADER, rows), '', verdict, ...advice].join('\n').trimEnd();
}

function adviceFor(found: AuditedPartition): string[] {
  const { topic, partition, duplicatedRows, missingOffsets, isAhead } = found;
  const where = `${topic}/${partition}`;
  const next = topicLife(topic);
  return [
    ...(duplicatedRows === 0
      ? []
      : [`${where} has ${count(duplicatedRows)} doubled rows. One of each is left by:`]),
    ...repairOf(found).map((statement) => `  ${statement};`),
    ...(missingOffsets === 0
      ? []
      : [
          `${where} lacks ${count(missingOffsets)} offsets: was a table partition dropped, or a broken part detached?`,
        ]),
    ...(isAhead
      ? [
          `${where} ends beyond the topic. If that was made again, start ingest with SOURCE_EPOCH=${next.topic}@${next.epoch + 1}.`,
        ]
      : []),
  ];
}
