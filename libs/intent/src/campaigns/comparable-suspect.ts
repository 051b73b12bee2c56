import { type CampaignKind } from './campaign-kind.js';
import { type Suspect } from './suspect.js';

/**
 * The suspect with those traits that do not follow from how it ended: the way to the act, not the way from it. Null for who
 * ended badly and went on to something else.
 */
export function comparableSuspect(suspect: Suspect, kind: CampaignKind): Suspect | null {
  const steps = suspect.traits.path.split(' › ');
  const act = steps.indexOf('act');
  const goesOn = steps.slice(act + 1).some((step) => step !== 'act' && step !== 'login');
  const tells = kind === 'login' || kind === 'token';
  if (tells && suspect.bad && goesOn) return null;
  const path = tells ? steps.slice(0, act + 1).join(' › ') : '';
  return { ...suspect, traits: { ...suspect.traits, path, conduct: '' } };
}
