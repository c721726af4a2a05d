import { InstantType } from '@app/persistence/instant.type.js';
import { EntitySchema } from '@mikro-orm/postgresql';
import { Call } from './call.js';

export const CallSchema = new EntitySchema<Call & { trackedDeadlines: unknown }>({
  class: Call as never,
  tableName: 'call',
  properties: {
    id: { type: 'uuid', primary: true },
    ordinal: { type: 'integer' },
    programId: { type: 'uuid' },
    round: { type: 'text' },
    title: { type: 'json', columnType: 'jsonb', nullable: true },
    summary: { type: 'json', columnType: 'jsonb', nullable: true },
    rule: { type: 'json', columnType: 'jsonb' },
    trackedDeadlines: { type: 'json', columnType: 'jsonb', fieldName: 'deadlines' },
    award: { type: 'json', columnType: 'jsonb' },
    partners: { type: 'json', columnType: 'jsonb' },
    source: { type: 'json', columnType: 'jsonb', nullable: true },
    previousCallId: { type: 'uuid', nullable: true },
    winners: { type: 'array', columnType: 'text[]' },
    state: { type: 'text' },
    publishedAt: { type: InstantType, nullable: true },
    withdrawnAt: { type: InstantType, nullable: true },
    withdrawalReason: { type: 'text', nullable: true },
    contentChangedAt: { type: InstantType },
    searchText: { type: 'text' },
    revision: { type: 'bigint' },
    version: { type: 'integer', version: true },
    createdAt: { type: InstantType },
    updatedAt: { type: InstantType },
  },
});
