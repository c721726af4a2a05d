import type { SignedInPerson } from '@app/accounts/signed-in-person.js';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AppRequest } from './request.js';

/** Who acts; undefined only on routes that everyone may use. `@CurrentActor() actor: SignedInPerson` (or `| undefined`). */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedInPerson | undefined => context.switchToHttp().getRequest<AppRequest>().actor,
);
