import { clfTime } from './clf-time.js';

const EARLIEST_MILLISECONDS = 1e11;
const EARLIEST_MICROSECONDS = 1e14;
const EARLIEST_NANOSECONDS = 1e17;

/**
 * Time of a JSON log in milliseconds since the epoch, or NaN: RFC 3339 (with or without zone; without
 * means UTC), the common log format's time, or a number of seconds, milliseconds, microseconds or
 * nanoseconds since the epoch, told apart by magnitude (seconds reach 1e11 in the year 5138).
 */
export function logTime(value: unknown): number {
  if (typeof value === 'number') return epochTime(value);
  if (typeof value !== 'string' || value.length > 40) return NaN;
  if (/^\d{9,19}(\.\d+)?$/.test(value)) return epochTime(Number(value));
  const text = value.startsWith('[') ? value.slice(1, -1) : value;
  return text.charAt(2) === '/' ? clfTime(text) : isoTime(text);
}

function epochTime(value: number): number {
  if (!Number.isFinite(value) || value <= 0) return NaN;
  if (value < EARLIEST_MILLISECONDS) return Math.round(value * 1000);
  if (value < EARLIEST_MICROSECONDS) return Math.round(value);
  return Math.round(value / (value < EARLIEST_NANOSECONDS ? 1e3 : 1e6));
}

const ISO = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)([.,]\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/i;

function isoTime(text: string): number {
  const match = ISO.exec(text);
  if (match === null) return NaN;
  const [, day = '', clock = '', fraction = '', zone = 'Z'] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  const milliseconds = fraction === '' ? 0 : Math.round(Number(`0.${fraction.slice(1)}`) * 1000);
  return Date.parse(`${day}T${clock}${offset}`) + milliseconds;
}
