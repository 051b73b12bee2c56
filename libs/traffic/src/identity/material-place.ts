/** Where a request keeps a piece of what identifies its visitor. Header names are lower case. */
export type MaterialPlace = HeaderPlace | CookiePlace | QueryPlace | PathPlace;

interface HeaderPlace {
  readonly header: string;
  /** A claim of the JSON web token in the header (`sub`, `consent.id`); its signature is not checked. */
  readonly claim?: string;
  /** An attribute of the distinguished name in the header (`CN`, `organizationIdentifier`). */
  readonly attribute?: string;
}

interface CookiePlace {
  readonly cookie: string;
  /** A claim of the JSON web token in the cookie; its signature is not checked. */
  readonly claim?: string;
}

interface QueryPlace {
  /** Name of a query parameter. */
  readonly query: string;
}

interface PathPlace {
  /** The beginning of a path: the wanted segment in braces, any one segment as `*`, for example `/v1/accounts/{account}`. */
  readonly path: string;
}
