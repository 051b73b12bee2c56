/** A port in decimal, or null where the text is none. */
export function loggedPort(text: string): number | null {
  if (!/^\d{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port < 65_536 ? port : null;
}
