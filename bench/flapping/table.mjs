/** The figures of all families of traces. */
export function table(results) {
  const header = ['trace', 'changes of mind', 'condemned per key', 'messages a day'];
  const rows = results.map(({ name, flaps, condemned, messages, isBorder }) => [
    isBorder ? name : `${name} (not at the border)`,
    flaps.toFixed(4),
    condemned.toFixed(2),
    messages.toFixed(2),
  ]);
  const widths = header.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i].length)),
  );
  const line = (cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd();
  return [header, ...rows].map(line).join('\n');
}
