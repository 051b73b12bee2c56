/**
 * The views an analyst may select from on the embedded server. They run with their definer's rights
 * (`SQL SECURITY DEFINER`), so the tables behind them stay closed. A view that does not exist yet may be named.
 */
export const analystViews: readonly string[] = [
  'events',
  'dead_letters',
  'visitors',
  'verdict_current',
  'verdict_history',
  'campaigns',
  'api_clients',
];
