import { DomainError } from '@app/kernel/domain-error.js';
import { isId } from '@app/kernel/ids.js';
import { Injectable, Param, type PipeTransform } from '@nestjs/common';

@Injectable()
class KnownForm implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new DomainError('not-found');
    return value.toLowerCase();
  }
}

/** An id in the path. One that cannot be an id names nothing: 404, like an id that nobody has. */
export const IdParam = (name: string): ParameterDecorator => Param(name, KnownForm);
