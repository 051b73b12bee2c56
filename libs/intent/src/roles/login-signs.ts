import { addSigns } from './add-signs.js';
import { type PathConduct } from './path-conduct.js';
import { type RoleReader, type RoleSign } from './role-sign.js';

/** Fewer people sending a form tell nothing about what it is for. Assumption. */
const FEW_POSTERS = 3;
/** One or two refusals are any form's. Assumption. */
const SOME_REFUSALS = 3;

/**
 * A login refuses some of what it is sent and lets the rest in: the same place answers 401 (or shows its form
 * again with 200) and sends others on, and who was let in is known from then on. Weights by order of magnitude;
 * a form that merely answers both ways (contact, register) stays below one in two.
 */
export const loginSigns: RoleReader = (conduct) => {
  const { posts, posters, served } = conduct;
  if (posters < FEW_POSTERS) return null;
  return addSigns('login', -4, [
    refusesCredentials(conduct),
    showsItsFormAgain(conduct),
    knowsVisitorsAfterwards(conduct),
    served > 0 && { weight: 0.8, reason: 'shows a form and takes it back at the same place' },
    posts <= posters * 4 && { weight: 0.5, reason: 'each visitor sends it a few times only' },
  ]);
};

function refusesCredentials(conduct: PathConduct): RoleSign | false {
  const { posts, postsRefused, postsServed, postsSentOn } = conduct;
  if (postsRefused < SOME_REFUSALS) return false;
  const letIn = postsServed + postsSentOn;
  if (letIn === 0)
    return { weight: 2.2, reason: `refuses all ${posts} forms as wrong credentials` };
  return {
    // An interface that refuses expired tokens answers the others itself; a login sends them on.
    weight: postsSentOn > 0 ? 4.5 : 3,
    reason: `refuses ${postsRefused} of ${posts} forms as wrong credentials and lets ${letIn} through`,
  };
}

function showsItsFormAgain(conduct: PathConduct): RoleSign | false {
  const { posts, postsServed, postsSentOn, served } = conduct;
  if (served === 0 || postsServed === 0 || postsSentOn === 0) return false;
  return {
    weight: 1.8,
    reason: `shows its form again after ${postsServed} of ${posts} POSTs and sends ${postsSentOn} on`,
  };
}

function knowsVisitorsAfterwards(conduct: PathConduct): RoleSign | false {
  const { postsThenKnown, postsServed, postsSentOn } = conduct;
  const letIn = postsServed + postsSentOn;
  if (postsThenKnown < SOME_REFUSALS || postsThenKnown < letIn / 2) return false;
  return {
    weight: 3.2,
    reason: `after ${postsThenKnown} of ${letIn} accepted forms the visitor has an account or a new session`,
  };
}
