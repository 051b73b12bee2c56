import { applyDecorators } from '@nestjs/common';
import { ApiResponse, ApiSecurity } from '@nestjs/swagger';

const message = {
  type: 'object',
  properties: { message: { type: 'string' } },
  required: ['message'],
};

/** What every address of the feeds that asks for a key answers when it does not answer, for their description. */
export function FeedAnswers(): ClassDecorator {
  const answers: readonly (readonly [number, string])[] = [
    [400, 'a parameter is not what it must be; the message says which, and what is allowed'],
    [403, 'no key, or one that is not known'],
    [
      429,
      'too many requests of the key, or wrong keys of the address; Retry-After says how long to wait',
    ],
    [503, 'the verdicts are not read yet; keep what you have and ask again'],
  ];
  return applyDecorators(
    ApiSecurity('key'),
    ApiSecurity('bearer'),
    ApiSecurity('basic'),
    ...answers.map(([status, description]) =>
      ApiResponse({ status, description, content: { 'application/json': { schema: message } } }),
    ),
  );
}
