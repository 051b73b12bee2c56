/** Who sends the requests. `unknown` is an honest answer for visitors that did too little to tell. */
export type Nature =
  'human' | 'verified_bot' | 'declared_bot' | 'undeclared_bot' | 'impostor' | 'unknown';
