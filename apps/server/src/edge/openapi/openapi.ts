import { type INestApplication, Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { openApiDocument } from './openapi-document.js';

/** The document is made when somebody first asks: reading every controller takes a while and few processes need it. */
@Injectable()
export class OpenApi {
  private app?: INestApplication;
  private made?: OpenAPIObject;

  describe(app: INestApplication): void {
    this.app = app;
  }

  document(): OpenAPIObject {
    if (!this.app) throw new Error('configureServer was not called');
    this.made ??= openApiDocument(this.app);
    return this.made;
  }
}
