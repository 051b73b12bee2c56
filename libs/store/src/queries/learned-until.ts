/** How many rows learning from the use up to `at` left, 0 where it was never done. Parameter: `at` (DateTime, UTC). */
export const learnedUntil = `
  SELECT count() AS noted
  FROM path_roles
  WHERE learned_at = {at: DateTime('UTC')}`;
