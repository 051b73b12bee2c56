/** What a path is for. Learned by name and method for now; overridable by policy later. */
export type PathRole =
  | 'login'
  | 'register'
  | 'reset'
  | 'otp'
  | 'token'
  | 'payment'
  | 'consent'
  | 'accounts'
  | 'search'
  | 'item'
  | 'cart'
  | 'checkout'
  | 'listing'
  | 'asset'
  | 'api'
  | 'feed'
  | 'health'
  | 'other';
export function pathRole(method: string, path: string, query: string): PathRole {
  return method + path + query === '' ? 'other' : 'other';
}
