import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { RouteInventory } from '../access/route-inventory.js';
import { completeHeaders } from './answer-headers.js';
import type { Described, DescribedOperation, DescribedParameter, DescribedResponse } from './described-operation.js';
import { finishSchemas } from './finish-schemas.js';
import { type OperationRoute, refusalsOf } from './operation-refusals.js';
import { refusalResponses } from './refusal-responses.js';
import { IDEMPOTENCY_HEADER, LANGUAGE_QUERY, SCHEMAS } from './schemas.js';
import { TAGS } from './tags.js';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head'] as const;
/** Who needs not sign in sees no more by doing so, or just sees more. */
const SIGNED_IN: Record<string, string[]>[] = [{ token: [] }, { session: [] }];
const ANYBODY = [{}, ...SIGNED_IN];

interface DescribedRoute extends OperationRoute {
  readonly operation: DescribedOperation;
}

function config(): Omit<OpenAPIObject, 'paths'> {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Fördertakt')
    .setDescription(
      'Funding programmes, their calls and deadlines, and which authority may apply. Days, money and refusals: see the components. HEAD answers as GET does, without the body.',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token' }, 'token')
    .addCookieAuth(
      'ft_session',
      {
        type: 'apiKey',
        in: 'cookie',
        description: 'The session of somebody who signed in; what changes something needs the token of its pages in `X-CSRF-Token`',
      },
      'session',
    );
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  return builder.build();
}

/** "CallStepsController.publish" → "callSteps_publish". */
const operationId = (controller: string, method: string): string =>
  `${controller[0]!.toLowerCase()}${controller.slice(1).replace(/Controller$/, '')}_${method}`;

/** The complete document of all controllers: what their decorators say, and what follows from it (docs/architecture.md, "The interface describes itself"). */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(app, config(), { operationIdFactory: operationId });
  const made = Object.keys(document.components?.schemas ?? {});
  const schemas = Object.assign(document.components?.schemas ?? {}, SCHEMAS) as Record<string, Described>;
  const responses: Record<string, DescribedResponse> = {};
  const routes = routesOf(document, app.get(RouteInventory, { strict: false }));
  for (const route of routes) complete(route, schemas, responses);
  finishSchemas(
    routes.map(({ operation }) => operation),
    schemas,
    made,
  );
  document.components = { ...document.components, schemas, responses } as OpenAPIObject['components'];
  return document;
}

/** Each operation with what its route knows. */
function routesOf(document: OpenAPIObject, inventory: RouteInventory): DescribedRoute[] {
  const known = new Map(
    inventory.routes().map((route) => [`${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`, route]),
  );
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const { who = [], refuses } = known.get(`${method} ${path}`)!;
      return { operation: item[method] as DescribedOperation, method, path, who, refuses };
    }),
  );
}

function complete(route: DescribedRoute, schemas: Record<string, Described>, components: Record<string, DescribedResponse>): void {
  const { operation, method, path, who } = route;
  operation.parameters = [...(operation.parameters ?? []), ...everywhere(method, path)];
  for (const [status, response] of Object.entries(operation.responses)) response.description ||= SAYS[status] ?? 'The answer';
  completeHeaders(operation, schemas);
  const refusals = refusalResponses(refusalsOf(operation, route), path, components);
  operation.responses = { ...refusals, ...operation.responses };
  operation.security ??= who.includes('everyone') ? ANYBODY : SIGNED_IN;
}

/** Parameters that no decorator has to name. */
function everywhere(method: string, path: string): DescribedParameter[] {
  const isApi = path.startsWith('/api/v1/');
  return [
    ...(isApi || path.startsWith('/common-grants/') ? [LANGUAGE_QUERY] : []),
    ...(isApi && method === 'post' ? [IDEMPOTENCY_HEADER] : []),
  ];
}

const SAYS: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken in; the work is queued',
  204: 'Done; there is nothing to say',
};
