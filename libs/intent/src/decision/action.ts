/** What a verdict asks the enforcement point to do, mildest first. */
export type Action = 'allow' | 'monitor' | 'throttle' | 'challenge' | 'block';
