import { AccountsModule } from '@app/accounts/accounts.module.js';
import type { Type } from '@nestjs/common';
import { AccessModule } from './edge/access/access.module.js';

/** Modules of the libs that this server uses, and of its own areas: one line each. */
export const LIBS: Type[] = [
  AccountsModule,
  AccessModule,
  // append here
];

/** Controllers of api/, web/, feeds/ and common-grants/ that no module of LIBS brings: one line each. */
export const CONTROLLERS: Type[] = [
  // append here
];
