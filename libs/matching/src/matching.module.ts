import { type DynamicModule, Module } from '@nestjs/common';
import { DATABASE_URL, IndexListener } from './index-listener.js';
import { MatchesAt } from './matches-at.js';
import { MatchesOfCall } from './matches-of-call.js';
import { MatchingIndex } from './matching-index.js';
import { MergerOutcomes } from './merger.js';
import { PartnersOfCall } from './partner-groups.js';
import { RematchAll } from './rematch-all.js';
import { RematchCall } from './rematch-call.js';
import { ReplayOutcome } from './replay-outcome.js';
import { SearchCalls } from './search-calls.js';

const PROVIDERS = [
  MatchingIndex,
  MatchesOfCall,
  SearchCalls,
  RematchCall,
  RematchAll,
  MatchesAt,
  ReplayOutcome,
  PartnersOfCall,
  MergerOutcomes,
];

@Module({})
export class MatchingModule {
  static forRoot(databaseUrl: string): DynamicModule {
    return {
      module: MatchingModule,
      global: true,
      providers: [...PROVIDERS, IndexListener, { provide: DATABASE_URL, useValue: databaseUrl }],
      exports: PROVIDERS,
    };
  }
}
