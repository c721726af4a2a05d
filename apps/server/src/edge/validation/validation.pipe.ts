import { DomainError, type Fault } from '@app/kernel/domain-error.js';
import { type ArgumentMetadata, Injectable, type PipeTransform, type Type } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { fieldsOf, isDto } from './field.js';
import { type Hydrated, hydrate, hydrateQuery } from './hydrate.js';
import { isPlainObject } from './kind.js';
import { unsendable } from './sendable.js';
import { faultsOf } from './violations.js';

/**
 * Checks every body and every query. What is not declared is refused, in queries too: a filter with a typing mistake must not silently
 * answer everything. Pointers of bodies are JSON Pointers into them, pointers of queries are "/" and the parameter's name.
 * Bodies were searched for what cannot be stored when they were read (security/bodies.ts).
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type !== 'body' && type !== 'query') return value;
    if (type === 'query') refuse(unsendable(value));
    if (!isDto(metatype)) return value;
    const { dto, faults } =
      type === 'query' ? hydrateQuery(metatype, withoutLanguage(metatype, Object(value))) : hydrateBody(metatype, value);
    refuse([...faults, ...faultsOf(validateSync(dto, { forbidUnknownValues: false }))]);
    return dto;
  }
}

/** Every operation takes `?lang=` (request-locale.ts); undeclared.interceptor.ts has looked at its value. */
function withoutLanguage(type: Type, query: Record<string, unknown>): Record<string, unknown> {
  const { lang: _lang, ...others } = query;
  return fieldsOf(type).has('lang') ? query : others;
}

/** A body that is absent altogether counts as an empty object: what is required is then named. */
function hydrateBody(type: Type, value: unknown = {}): Hydrated {
  if (!isPlainObject(value)) throw new DomainError('invalid', {}, [{ pointer: '', code: 'wrong-type', params: { expected: 'object' } }]);
  return hydrate(type, value);
}

function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DomainError('invalid', {}, faults);
}
