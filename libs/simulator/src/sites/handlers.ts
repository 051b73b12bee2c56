import { type Random } from '../chance/random.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { file, page, plain } from './answers.js';
import { type Answer, type Hit } from './site.js';

/** How one route of a site answers. */
export type Handler = (hit: Hit, conditions: Conditions, random: Random) => Answer;

/** Bytes from low to high and the median seconds of a page. */
export interface PageSize {
  readonly low: number;
  readonly high: number;
  readonly seconds: number;
}

/** The handlers sites are put together from. */
export const answersWith = {
  page:
    (size: PageSize): Handler =>
    (hit, conditions, random) =>
      page(hit, size, conditions, random),
  file:
    (low: number, high: number): Handler =>
    (hit, _conditions, random) =>
      file(hit, low, high, random),
  status:
    (status: number, bytes: number): Handler =>
    (_hit, _conditions, random) =>
      plain(status, bytes, random),
  /** A form: GET shows it, a right POST redirects, a wrong one is `refused`. */
  form:
    (size: PageSize, refused: Handler): Handler =>
    (hit, conditions, random) => {
      if (hit.method !== 'POST') return page(hit, size, conditions, random);
      return hit.accepted === true ? plain(302, 0, random) : refused(hit, conditions, random);
    },
  /** The form once more with a message in it: how server-rendered sites refuse. */
  formAgain:
    (size: PageSize, message: number): Handler =>
    (hit, conditions, random) => {
      const answer = page(hit, size, conditions, random);
      return answer.status === 200 ? { ...answer, bytes: answer.bytes + message } : answer;
    },
  /** Something for those who signed in; others are answered by `otherwise`. */
  signedIn:
    (inside: Handler, otherwise: Handler): Handler =>
    (hit, conditions, random) =>
      (hit.signedIn === true ? inside : otherwise)(hit, conditions, random),
  /** A JSON resource: a POST that is right creates (201), a wrong one is refused with the status. */
  resource:
    (size: PageSize, refusal: number): Handler =>
    (hit, conditions, random) => {
      if (hit.method === 'GET' || hit.method === 'HEAD') return page(hit, size, conditions, random);
      if (hit.accepted === false) return plain(refusal, 96, random);
      return { ...page(hit, size, conditions, random), status: 201 };
    },
  /** The same answer, so many seconds later. */
  slowly:
    (seconds: number, handler: Handler): Handler =>
    (hit, conditions, random) => {
      const answer = handler(hit, conditions, random);
      return { ...answer, seconds: answer.seconds + seconds };
    },
};
