import type { ProblemCode } from '@app/kernel/problems.js';
import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { REFUSES } from '../openapi/refuses.decorator.js';
import { ALLOW, type Who } from './allow.decorator.js';

interface KnownRoute {
  /** "PeopleController.create". */
  readonly name: string;
  readonly method: string;
  /** "/api/v1/people/:id". */
  readonly path: string;
  readonly who: readonly Who[] | undefined;
  /** What `@Refuses` says of it, or of its controller. */
  readonly refuses: readonly ProblemCode[];
}

const pathsOf = (target: object): string[] => [Reflect.getMetadata(PATH_METADATA, target) ?? ''].flat();
const joined = (...parts: string[]): string =>
  `/${parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;

/** Every route of every controller, and who may use it. Nobody named: the server refuses to start, naming the route. */
@Injectable()
export class RouteInventory implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  routes(): KnownRoute[] {
    return this.discovery.getControllers().flatMap(({ metatype }) => (typeof metatype === 'function' ? this.routesOf(metatype) : []));
  }

  onApplicationBootstrap(): void {
    const open = this.routes().filter((route) => !route.who?.length);
    if (open.length > 0)
      throw new Error(`@Allow is missing: ${open.map((route) => `${route.name} (${route.method} ${route.path})`).join(', ')}`);
  }

  // biome-ignore lint/complexity/noBannedTypes: what Nest calls the class of a controller
  private routesOf(controller: Function): KnownRoute[] {
    return this.scanner.getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name] as (...args: unknown[]) => unknown;
      if (!Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      const who = this.reflector.getAllAndOverride<readonly Who[] | undefined>(ALLOW, [handler, controller]);
      const refuses = this.reflector.getAllAndMerge<ProblemCode[]>(REFUSES, [handler, controller]) ?? [];
      return pathsOf(controller).flatMap((prefix) =>
        pathsOf(handler).map((path) => ({ name: `${controller.name}.${name}`, method, path: joined(prefix, path), who, refuses })),
      );
    });
  }
}
