import { TargetError, type TargetErrorCode } from './target-error.js';

const CODES: Readonly<Record<string, TargetErrorCode>> = {
  WAFOptimisticLockException: 'CONFLICT',
  WAFNonexistentItemException: 'NOT_FOUND',
  WAFLimitsExceededException: 'REFUSED',
  WAFInvalidParameterException: 'REFUSED',
  WAFUnavailableEntityException: 'BUSY',
  WAFInternalErrorException: 'BUSY',
  ThrottlingException: 'RATE_LIMITED',
  TooManyRequestsException: 'RATE_LIMITED',
  AccessDeniedException: 'DENIED',
  UnrecognizedClientException: 'DENIED',
  InvalidSignatureException: 'DENIED',
  ExpiredTokenException: 'DENIED',
  CredentialsProviderError: 'DENIED',
};

const ADVICE: Readonly<Partial<Record<TargetErrorCode, string>>> = {
  CONFLICT: 'somebody else changed the IP set at the same time; it is read again',
  NOT_FOUND: 'check name, id, region and scope of the IP set',
  DENIED: 'check the credentials, and that they may wafv2:GetIPSet and wafv2:UpdateIPSet on it',
  RATE_LIMITED: 'it is left alone for a while; who else changes AWS WAF in this region?',
  BUSY: 'it is left alone for a while',
  REFUSED: 'see the quotas of AWS WAF',
  UNREACHABLE: 'check region, endpoint and network',
};

/** What the SDK threw, in words of ours. @throws TargetError always, or what is none of the SDK's */
export function awsFailure(error: unknown): never {
  if (error instanceof TargetError || !(error instanceof Error)) throw error;
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  const code = CODES[error.name] ?? codeOf(status);
  const said = error.message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 200);
  throw new TargetError(code, `AWS WAF: ${error.name}, ${ADVICE[code] ?? ''}. It said: ${said}`);
}

function codeOf(status: number | undefined): TargetErrorCode {
  if (status === undefined) return 'UNREACHABLE';
  if (status === 429) return 'RATE_LIMITED';
  return status >= 500 ? 'BUSY' : 'REFUSED';
}
