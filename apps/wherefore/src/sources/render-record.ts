import { eventRow } from '../parse/event-row.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { clientExplanation } from './client-explanation.js';
import { isHarmless, rejectAdvice } from './reject-advice.js';
import { type ReadRecord } from '../parse/record-reader.js';

/** One record of a sample for a person: its fields one below the other, or why it is rejected. */
export function renderRecord(record: ReadRecord, colours: Colours): string {
  const { line, reading, text } = record;
  if (reading.kind === 'reject') return rejectedText(record, colours);
  const { event, format, explain } = reading;
  const { client } = explain();
  const fields = Object.entries(eventRow(event)).filter(([, value]) => isTold(value));
  const width = Math.max(...fields.map(([name]) => name.length));
  return [
    `${colours.bold(`line ${line}`)}  ${colours.green(format)}  ${colours.dim(printable(text, 60))}`,
    ...fields.map(([name, value]) => {
      const note = name === 'client_address' ? colours.dim(`  ${clientExplanation(client)}`) : '';
      return `  ${name.padEnd(width)}  ${printable(valueText(value))}${note}`;
    }),
  ].join('\n');
}

function rejectedText({ line, reading, text }: ReadRecord, colours: Colours): string {
  const reason = reading.kind === 'reject' ? reading.reason : '';
  const advice = rejectAdvice(reason);
  const colour = isHarmless(reason) ? colours.dim : colours.red;
  return [
    `${colours.bold(`line ${line}`)}  ${colour(isHarmless(reason) ? reason : `rejected: ${reason}`)}  ${colours.dim(printable(text, 60))}`,
    ...(advice === '' ? [] : [`  ${advice}`]),
  ].join('\n');
}

function isTold(value: unknown): boolean {
  if (value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
