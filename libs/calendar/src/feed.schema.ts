import { InstantType } from '@app/persistence/instant.type.js';
import { EntitySchema } from '@mikro-orm/postgresql';
import { Feed } from './feed.js';

export const FeedSchema = new EntitySchema({
  class: Feed as never,
  tableName: 'feed',
  properties: {
    id: { type: 'uuid', primary: true },
    authorityId: { type: 'uuid' },
    createdBy: { type: 'uuid' },
    scope: { type: 'text' },
    callId: { type: 'uuid', nullable: true },
    searchId: { type: 'uuid', nullable: true },
    name: { type: 'text', nullable: true },
    options: { type: 'json', columnType: 'jsonb', nullable: true },
    language: { type: 'text' },
    tokenHash: { type: 'text' },
    lastFetchedAt: { type: InstantType, nullable: true },
    lastProgram: { type: 'text', nullable: true },
    deletedAt: { type: InstantType, nullable: true },
    version: { type: 'integer', version: true },
    createdAt: { type: InstantType },
    updatedAt: { type: InstantType },
  },
});
