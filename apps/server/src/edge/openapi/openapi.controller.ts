import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import type { Response } from 'express';
import { Allow } from '../access/allow.decorator.js';
import { docsPage } from './docs-page.js';
import { OpenApi } from './openapi.js';

/** The interface, for programs and for people. */
@ApiExcludeController()
@Controller()
export class OpenApiController {
  constructor(private readonly openApi: OpenApi) {}

  @Get('openapi.json')
  @Allow('everyone')
  @Header('Cache-Control', 'public, max-age=300')
  @Header('Access-Control-Allow-Origin', '*')
  document(): OpenAPIObject {
    return this.openApi.document();
  }

  @Get('docs')
  @Allow('everyone')
  docs(@Res() response: Response): void {
    response.type('html').send(docsPage());
  }
}
