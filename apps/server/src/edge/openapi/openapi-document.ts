import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { COMMON_GRANTS_RESPONSE, IDEMPOTENCY_HEADER, PROBLEM_RESPONSE, SCHEMAS } from './schemas.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const;
type Operation = { responses?: Record<string, unknown>; parameters?: unknown[] };

function config(): Omit<OpenAPIObject, 'paths'> {
  return new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Fördertakt')
    .setDescription(
      'Funding programmes, their calls and deadlines, and which authority may apply. Days, money and refusals: see the components.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token' }, 'token')
    .addCookieAuth('ft_session', { type: 'apiKey', in: 'cookie', description: 'The session of somebody who signed in' }, 'session')
    .addSecurityRequirements({})
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .build();
}

/** The complete document of all controllers: what their decorators say, the contract's components, problems and idempotency everywhere. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, config());
  document.components = { ...document.components, schemas: Object.assign(document.components?.schemas ?? {}, SCHEMAS) };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) if (item[method]) complete(item[method] as Operation, method, path);
  }
  return document;
}

function complete(operation: Operation, method: string, path: string): void {
  operation.responses = { ...operation.responses, default: path.startsWith('/common-grants/') ? COMMON_GRANTS_RESPONSE : PROBLEM_RESPONSE };
  if (method === 'post' && path.startsWith('/api/v1/')) operation.parameters = [...(operation.parameters ?? []), IDEMPOTENCY_HEADER];
}
