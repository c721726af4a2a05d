import { Injectable } from '@nestjs/common';
import { RouteInventory } from '../access/route-inventory.js';

/** Which methods an address offers, so that another one is told from an address that is not there (RFC 9110 15.5.6). */
@Injectable()
export class OfferedMethods {
  private known?: readonly { readonly method: string; readonly pattern: RegExp }[];

  constructor(private readonly inventory: RouteInventory) {}

  /** Empty where nothing is. */
  at(path: string): string[] {
    this.known ??= this.inventory.routes().map((route) => ({ method: route.method, pattern: patternOf(route.path) }));
    const offered = this.known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return [...new Set(offered.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
  }
}

function patternOf(path: string): RegExp {
  const parts = path.split(/:\w+/).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}/?$`);
}
