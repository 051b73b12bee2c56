import { credentialCracking } from './credential-cracking.js';
import { credentialStuffing } from './credential-stuffing.js';
import { denialOfService } from './denial-of-service.js';
import { footprinting } from './footprinting.js';
import { scraping } from './scraping.js';
import { type Threat } from './threat.js';
import { vulnerabilityScanning } from './vulnerability-scanning.js';

/** Every automated threat judged, in the handbook's order. A new one is one more file and one more line. */
export const threats: readonly Threat[] = [
  credentialCracking,
  credentialStuffing,
  scraping,
  vulnerabilityScanning,
  denialOfService,
  footprinting,
];
