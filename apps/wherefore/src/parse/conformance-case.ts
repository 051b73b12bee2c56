/** A real line and what third parties say it means, as far as reading it needs to know. */
export interface ConformanceCase {
  readonly id: string;
  /** The folder, named after the producer. */
  readonly format: string;
  /** `primary-negative`: nothing is to come of it. */
  readonly quality: string;
  /** What stands in one Kafka message. */
  readonly raw: string;
}

/** @throws SyntaxError or TypeError where the text is no case */
export function parseCase(text: string): ConformanceCase {
  const record: unknown = JSON.parse(text);
  if (!isRecord(record)) throw new TypeError('a case is a JSON object');
  const { id, format, quality = '', raw } = record;
  if (typeof id !== 'string' || typeof raw !== 'string')
    throw new TypeError('a case has the texts "id" and "raw"');
  return { id, format: String(format), quality: String(quality), raw };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
