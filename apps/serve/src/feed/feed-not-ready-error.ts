import { ServiceUnavailableException } from '@nestjs/common';

/** The verdicts were not read yet: 503, so that an enforcement point keeps what it has. */
export class FeedNotReadyError extends ServiceUnavailableException {
  constructor() {
    super({ message: 'the verdicts are not read yet; ask again' });
  }
}
