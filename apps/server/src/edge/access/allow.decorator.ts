import type { Role } from '@app/kernel/actor.js';
import { type CustomDecorator, SetMetadata } from '@nestjs/common';

/** Administrators may everything that somebody who is signed in may. */
export type Who = 'everyone' | 'signed-in' | Role;

export const ALLOW = Symbol('Allow');

/** Names who may: any of those listed. Every route has it, on the method or on its class; without it the server does not start. */
export const Allow = (...who: [Who, ...Who[]]): CustomDecorator<symbol> => SetMetadata(ALLOW, who);
