import type { Response } from 'express';

/** The strong entity tag of a version: `"3"`. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

export function withEtag(response: Response, version: number): void {
  response.set('ETag', etagOf(version));
}
