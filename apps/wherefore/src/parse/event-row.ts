import { type AccessEvent } from '#libs/traffic';

/** An access event as a row of `access_events`: its columns' names, times as RFC 3339. */
export function eventRow(event: AccessEvent): Record<string, unknown> {
  const { details, ...common } = event;
  const row: Record<string, unknown> = {};
  for (const [field, value] of Object.entries({ ...common, ...details })) {
    row[columnOf(field)] = value;
  }
  row['event_time'] = new Date(event.eventTime).toISOString();
  return row;
}

/** `httpRequestXForwardedFor` → `http_request_x_forwarded_for`. */
const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
