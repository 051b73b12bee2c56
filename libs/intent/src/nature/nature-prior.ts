/** Log-odds before any evidence: a visitor is as likely software as a person; about half of web traffic is. */
export const naturePrior = 0;
