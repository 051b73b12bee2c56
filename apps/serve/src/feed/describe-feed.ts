import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const ABOUT = `Verdicts in force, for whatever enforces them: the part of CrowdSec's local API that bouncers use, and plain lists.
Every address but /health and this one asks for a key of "wherefore keys add".`;

/** The description of everything the feed's own listener answers, by OpenAPI 3. */
export function describeFeed(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Wherefore, verdict feeds')
    .setDescription(ABOUT)
    .setVersion('1')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key' }, 'key')
    .addBearerAuth({ type: 'http', description: 'the key' }, 'bearer')
    .addBasicAuth({ type: 'http', description: 'any name, the key as password' }, 'basic')
    .build();
  return SwaggerModule.createDocument(app, description, {
    operationIdFactory: (_controller, method) => method,
  });
}
