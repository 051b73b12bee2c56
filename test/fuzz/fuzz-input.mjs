import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { chanceOf } from './chance.mjs';
import { changeValues, mutate } from './mutations.mjs';

const LONGEST_NOISE = 400;

/**
 * Input `number` of the run with this seed: `{ value, seeds }`, a Kafka message as bytes or text, and the seeds it was made from.
 * Of a hundred, some ten are random bytes, one goes on from a bare seed, the others are mutated lines.
 */
export function fuzzInput({ seed, number, allSeeds }) {
  const chance = chanceOf(seed, number);
  const seeds = chance.pick(allSeeds);
  if (chance.oneIn(10)) return { value: noise(chance), seeds, chance };
  const another = () => {
    const { lines } = chance.oneIn(3) ? chance.pick(allSeeds) : seeds;
    return chance.pick(lines);
  };
  const line = chance.pick(seeds.lines);
  const change = line.startsWith('{') && chance.oneIn(2) ? changeValues : mutate;
  const text = change(chance, line, another);
  return { value: asMessage(chance, text), seeds, chance };
}

function noise(chance) {
  const bytes = Buffer.alloc(chance.small(LONGEST_NOISE));
  const printable = chance.oneIn(2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = printable ? 32 + chance.below(95) : chance.below(256);
  }
  return bytes;
}

/** Mostly UTF-8, as a broker hands it out; sometimes other bytes, and seldom packed. Objects are bytes, or none is known by them. */
function asMessage(chance, text) {
  const way = chance.below(100);
  if (way < 70) return text.startsWith('{') ? Buffer.from(text) : text;
  if (way < 88) return Buffer.from(text);
  if (way < 94) return Buffer.from(text, 'latin1');
  if (way < 96) return Buffer.from(Buffer.from(text).toString('base64'));
  if (way < 98) return withChangedByte(chance, Buffer.from(text));
  const packed = gzipSync(text, { level: 1 });
  return chance.oneIn(2) ? packed : withChangedByte(chance, packed);
}

function withChangedByte(chance, bytes) {
  if (bytes.length > 0) bytes[chance.below(bytes.length)] = chance.below(256);
  return bytes;
}
