import { type LogItem } from '#libs/traffic';
import { type EnvelopeFailure } from './envelope-failure.js';

/** One item of a message: a line, an object, or what could be neither; told apart by `instanceof`. */
export type UnwrappedItem = LogItem | EnvelopeFailure;
