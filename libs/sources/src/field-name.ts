/** `http_request_method` → `httpRequestMethod`: the name of a field in a field map. */
export function fieldName(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `httpRequestMethod` → `http_request_method`, as descriptions write it. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
