import { createHash } from 'node:crypto';
import type { Request } from 'express';

/** With the file that multer has read into memory. */
export type UploadRequest = Request & { readonly file?: { readonly buffer: Buffer } };

/** Method, address, precondition and body (of an upload the file's bytes): what makes two requests the same. */
export function requestHash(request: UploadRequest): string {
  const hash = createHash('sha256');
  const parts = [request.method, request.originalUrl, request.headers['if-match'] ?? '', JSON.stringify(request.body ?? null)];
  hash.update(JSON.stringify(parts));
  if (request.file) hash.update(request.file.buffer);
  return hash.digest('hex');
}
