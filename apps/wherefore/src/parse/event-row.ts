import { type AccessEvent } from '#libs/traffic';

/** An access event as a row of `access_events`: its columns' names, times as RFC 3339. */
export function eventRow(event: AccessEvent): Record<string, unknown> {
  const { details, ...common } = event;
  const row: Record<string, unknown> = {};
  for (const part of [common, details ?? {}]) {
    for (const [field, value] of Object.entries(part)) row[columnOf(field)] = value;
  }
  row['event_time'] = new Date(event.eventTime).toISOString();
  return row;
}

const columns = new Map<string, string>();

/** `httpRequestXForwardedFor` → `http_request_x_forwarded_for`. */
function columnOf(field: string): string {
  let column = columns.get(field);
  if (column === undefined) {
    column = field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
    columns.set(field, column);
  }
  return column;
}
