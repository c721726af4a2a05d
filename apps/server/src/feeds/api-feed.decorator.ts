import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';

const ETAG = { ETag: { required: true, description: 'Of the bytes', schema: { type: 'string' as const } } };

const LAST_GOOD_COPY = {
  'X-Last-Good-Copy': {
    description: '`1` while the database is away and this is what was right before',
    schema: { type: 'string' as const },
  },
};

/** Describes a file that programs fetch again and again: its bytes, its tag, and 304 for who has them already. */
export function ApiFeed(type: 'text/calendar' | 'application/atom+xml' | 'application/rss+xml'): MethodDecorator {
  return applyDecorators(
    ApiProduces(type),
    ApiHeader({ name: 'If-None-Match', required: false, description: 'ETags of what is there already', schema: { type: 'string' } }),
    ApiOkResponse({
      description: 'The file',
      headers: { ...ETAG, ...(type === 'text/calendar' && LAST_GOOD_COPY) },
      schema: { type: 'string' },
    }),
    ApiResponse({ status: 304, description: 'It is what is there already', headers: ETAG }),
  );
}
