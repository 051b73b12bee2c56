/** Longest user agent looked at: real ones stay under 500; what follows is only cost. */
const MAX_LENGTH = 1_024;

/** What is looked at of a logged user agent: capped, without blanks around it; `-` stands for none. */
export function userAgentText(userAgent: string): string {
  const text = userAgent.length > MAX_LENGTH ? userAgent.slice(0, MAX_LENGTH) : userAgent;
  const bare = text.trim();
  return bare === '-' ? '' : bare;
}
