import { InstantType } from '@app/persistence/instant.type.js';
import { EntitySchema } from '@mikro-orm/postgresql';
import { Program } from './program.js';

export const ProgramSchema = new EntitySchema({
  class: Program,
  tableName: 'program',
  properties: {
    id: { type: 'uuid', primary: true },
    title: { type: 'json', columnType: 'jsonb' },
    summary: { type: 'json', columnType: 'jsonb' },
    partners: { type: 'json', columnType: 'jsonb' },
    topics: { type: 'array', columnType: 'text[]' },
    fundingLevel: { type: 'text', nullable: true },
    guidelineUrl: { type: 'text', nullable: true },
    version: { type: 'integer', version: true },
    createdAt: { type: InstantType },
    updatedAt: { type: InstantType },
  },
});
