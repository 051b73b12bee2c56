import { rule } from '#libs/platform';
import { IsOptional } from 'class-validator';

const HEADER = /^[\w-]{1,100}$/;
const isText = (pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value);

/** Where a request keeps a session, an account, an API client or a consent; see `MaterialPlace` of libs/traffic. */
export class PlaceDescription {
  @IsOptional()
  @rule('header', isText(HEADER), 'must be the name of a header')
  readonly header?: string;

  @IsOptional()
  @rule('cookie', isText(/^[^\s=;,"]{1,200}$/), 'must be the name of a cookie')
  readonly cookie?: string;

  @IsOptional()
  @rule('query', isText(/^[^\s=&#]{1,200}$/), 'must be the name of a query parameter')
  readonly query?: string;

  @IsOptional()
  @rule(
    'path',
    isText(/^\/(?:[^{}\s]*\/)?\{\w+\}(?:\/[^{}\s]*)?$/),
    'must be a path with one segment in braces, like /accounts/{account} (any one segment: *)',
  )
  readonly path?: string;

  @IsOptional()
  @rule('claim', isText(/^\S{1,200}$/), 'must be the name of a claim, with dots into objects')
  readonly claim?: string;

  @IsOptional()
  @rule(
    'attribute',
    isText(/^[\w.-]{1,100}$/),
    'must be an attribute of a distinguished name, like CN or organizationIdentifier',
  )
  readonly attribute?: string;
}
