/** How many rows an hour of learning left, 0 where it was never learned. Parameter: `at` (DateTime, UTC). */
export const learnedHour = `
  SELECT count() AS noted
  FROM path_roles
  WHERE learned_at = {at: DateTime('UTC')}`;
