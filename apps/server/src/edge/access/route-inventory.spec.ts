import { Controller, Get, type INestApplication, Post, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { Allow } from './allow.decorator.js';
import { RouteInventory } from './route-inventory.js';

@Controller('api/v1/open')
@Allow('everyone')
class NamedOnTheClass {
  @Get()
  list(): string {
    return 'open';
  }

  @Post(':id/publication')
  @Allow('editor')
  publish(): string {
    return 'published';
  }
}

@Controller('forgotten')
class Forgotten {
  @Get('named')
  @Allow('staff')
  named(): string {
    return 'named';
  }

  @Get('secret')
  secret(): string {
    return 'secret';
  }
}

async function appOf(...controllers: Type[]): Promise<INestApplication> {
  const module = await Test.createTestingModule({ imports: [DiscoveryModule], controllers, providers: [RouteInventory] }).compile();
  return module.createNestApplication({ logger: false });
}

describe('the inventory of routes', () => {
  it('knows each route and who may use it', async () => {
    const app = await appOf(NamedOnTheClass);
    await app.init();
    expect(app.get(RouteInventory).routes()).toEqual([
      { name: 'NamedOnTheClass.list', method: 'GET', path: '/api/v1/open', who: ['everyone'], refuses: [] },
      { name: 'NamedOnTheClass.publish', method: 'POST', path: '/api/v1/open/:id/publication', who: ['editor'], refuses: [] },
    ]);
    await app.close();
  });

  it('lets no server start whose route names nobody, and says which', async () => {
    const app = await appOf(NamedOnTheClass, Forgotten);
    await expect(app.init()).rejects.toThrow('@Allow is missing: Forgotten.secret (GET /forgotten/secret)');
  });
});
