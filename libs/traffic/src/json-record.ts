/** One JSON object of a log, as parsed. Its fields are hostile: any type, any length. */
export type JsonRecord = Readonly<Record<string, unknown>>;
