import { type EvidenceCode } from '../evidence/evidence-code.js';
import { weights as assumedWeights } from '../evidence/weights.js';
import { assumedPriors } from './assumed-priors.js';
import { type Calibration } from './calibration.js';
import { type FittedWeights } from './fitted-weights.js';

/** A weight beyond this is no weight of evidence but a mistake: odds of a million to one and more. */
const MOST = 15;
const STEEPEST = 10;

/**
 * Reads what `wherefore fit` wrote. `hash` is the start of the file's hash: it becomes part of the version, so that
 * an edited file is another version.
 * @throws SyntaxError when it is no JSON
 * @throws RangeError that names every wrong field
 */
export function parseFittedWeights(json: string, hash: string): FittedWeights {
  const file: unknown = JSON.parse(json);
  const problems: string[] = [];
  const root = isObject(file) ? file : {};
  if (!isObject(file)) problems.push('the file has to hold one object');
  const version = root['version'];
  if (typeof version !== 'string' || !/^[\w.:-]{1,60}$/.test(version))
    problems.push('version has to be a name of letters, digits, dots, dashes, colons');
  const weights = readWeights(root['weights'], problems);
  const priors = readPriors(root['priors'], problems);
  const natureCalibration = readCalibration(root['calibration'], problems);
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  return { version: `${String(version)}@${hash}`, weights, priors, natureCalibration };
}

function readWeights(list: unknown, problems: string[]): Partial<Record<EvidenceCode, number>> {
  return readList(list, 'weights', problems, (entry, place) => {
    const code = entry['code'];
    if (typeof code !== 'string' || !Object.hasOwn(assumedWeights, code)) {
      problems.push(`${place}.code has to be an evidence code that exists`);
      return undefined;
    }
    const assumed = assumedWeights[code as EvidenceCode];
    const weight = entry['new'];
    if (!isWithin(weight))
      problems.push(`${place}.new has to be a number from -${MOST} to ${MOST}`);
    else if (weight * assumed < 0)
      problems.push(`${place}.new has to keep the sign of ${assumed}: ${code} speaks one way only`);
    else return [code, weight];
    return undefined;
  });
}

function readPriors(list: unknown, problems: string[]): Record<string, number> {
  return readList(list, 'priors', problems, (entry, place) => {
    const question = entry['question'];
    const prior = entry['new'];
    const isKnown = typeof question === 'string' && Object.hasOwn(assumedPriors, question);
    if (!isKnown) problems.push(`${place}.question has to be nature or the id of a threat`);
    if (!isWithin(prior)) problems.push(`${place}.new has to be a number from -${MOST} to ${MOST}`);
    return isKnown && isWithin(prior) ? [question, prior] : undefined;
  });
}

function readList(
  list: unknown,
  name: string,
  problems: string[],
  read: (entry: Readonly<Record<string, unknown>>, place: string) => [string, number] | undefined,
): Record<string, number> {
  if (!Array.isArray(list)) {
    problems.push(`${name} has to be a list`);
    return {};
  }
  const seen = new Map<string, number>();
  for (const [i, entry] of (list as unknown[]).entries()) {
    const place = `${name}[${i}]`;
    const one = isObject(entry) ? read(entry, place) : undefined;
    if (!isObject(entry)) problems.push(`${place} has to be an object`);
    if (one === undefined) continue;
    if (seen.has(one[0])) problems.push(`${place} names ${one[0]} again`);
    seen.set(...one);
  }
  return Object.fromEntries(seen);
}

function readCalibration(value: unknown, problems: string[]): Calibration | null {
  if (value === undefined || value === null) return null;
  const nature = isObject(value) ? value['nature'] : undefined;
  if (!isObject(nature)) {
    problems.push('calibration has to hold nature');
    return null;
  }
  const number = (name: string, least: number, most: number): number => {
    const given = nature[name];
    if (typeof given === 'number' && given >= least && given <= most) return given;
    problems.push(`calibration.nature.${name} has to be a number from ${least} to ${most}`);
    return 0;
  };
  return {
    offset: number('offset', -MOST, MOST),
    below: number('below', 0, STEEPEST),
    above: number('above', 0, STEEPEST),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isWithin = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= MOST;
