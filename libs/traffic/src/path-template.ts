export function pathTemplate(path: string): string {
  return path;
}
