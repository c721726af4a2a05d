import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';

const ETAG = { ETag: { required: true, description: 'Of the bytes', schema: { type: 'string' as const } } };

/** Describes a file that programs fetch again and again: its bytes, its tag, and 304 for who has them already. */
export function ApiFeed(type: 'text/calendar' | 'application/atom+xml' | 'application/rss+xml'): MethodDecorator {
  return applyDecorators(
    ApiProduces(type),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'ETags of what is there already', schema: { type: 'string' } }),
    ApiOkResponse({ description: 'The file', headers: ETAG, schema: { type: 'string' } }),
    ApiResponse({ status: 304, description: 'It is what is there already', headers: ETAG }),
  );
}
