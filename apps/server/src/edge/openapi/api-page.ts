import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Describes one page of a list of `Dto`. */
export function ApiPage(dto: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(dto),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'total', 'next'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(dto) } },
          total: { type: 'integer', minimum: 0 },
          next: { type: 'string', nullable: true },
        },
      },
    }),
  );
}
