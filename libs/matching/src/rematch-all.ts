import { Injectable } from '@nestjs/common';
import { MatchingIndex } from './matching-index.js';
import { RematchCall } from './rematch-call.js';

/** After a register import or a new fact: every call is matched again. */
@Injectable()
export class RematchAll {
  constructor(
    private readonly index: MatchingIndex,
    private readonly rematch: RematchCall,
  ) {}

  async run(): Promise<void> {
    for (const id of (await this.index.current()).calls.keys()) await this.rematch.run(id);
  }
}
