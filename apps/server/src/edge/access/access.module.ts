import { AccountsModule } from '@app/accounts/accounts.module.js';
import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { NoteSuspensionsMiddleware } from '../pages/note-suspensions.middleware.js';
import { NoteTroublesMiddleware } from '../pages/note-troubles.middleware.js';
import { AccessGuard } from './access.guard.js';
import { IdentifyMiddleware } from './identify.middleware.js';
import { RouteInventory } from './route-inventory.js';

/** Who asks, and whether they may: for every route of the server. */
@Module({
  imports: [AccountsModule, DiscoveryModule],
  providers: [RouteInventory, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [RouteInventory],
})
export class AccessModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(IdentifyMiddleware, NoteSuspensionsMiddleware, NoteTroublesMiddleware).forRoutes('{*path}');
  }
}
