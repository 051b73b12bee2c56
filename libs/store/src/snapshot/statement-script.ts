import { type Statement } from '../queries/explain-reason.js';
import { makeScratch, scratchTables } from './scratch-tables.js';

/**
 * Statements as a script for `clickhouse-client --multiquery`: first what lets them see the log as the store saw it (`Store.seen`)
 * and gives them scratch tables of their own, then each with its parameters bound by `SET param_…`.
 */
export function statementScript(
  database: string,
  seen: readonly string[],
  statements: readonly (Statement | string)[],
): string {
  const filter = `{'${database}.access_events': ${literal(seen.join(' AND '))}}`;
  return [
    `USE \`${database}\`;`,
    `SET additional_table_filters = ${filter};`,
    ...scratchTables.map((table) => `${makeScratch(table)};`),
    ...statements.map((one) => (typeof one === 'string' ? `\n${commented(one)}` : bound(one))),
    '',
  ].join('\n');
}

function bound({ sql, parameters }: Statement): string {
  const used = Object.entries(parameters).filter(([name]) => sql.includes(`{${name}:`));
  const settings = used.map(
    ([name, value]) => `SET param_${name} = ${literal(asParameter(value))};`,
  );
  return ['', ...settings, `${sql.trim()};`].join('\n');
}

function commented(text: string): string {
  return `-- ${text.replace(/\p{C}/gu, ' ')}`;
}

/** As ClickHouse reads a parameter: escaped as in TSV, arrays in brackets with quoted items. */
function asParameter(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(String(item))).join(',')}]`;
  return String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}

/** A string literal without anything that steers a terminal: what is not printed is written as its bytes. */
function literal(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replace(/\p{C}/gu, bytesOf);
  return `'${escaped}'`;
}

function bytesOf(character: string): string {
  return [...Buffer.from(character)]
    .map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
    .join('');
}
