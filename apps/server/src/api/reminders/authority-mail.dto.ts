import { Flag, Whole } from '../../edge/validation/fields.js';

export class AuthorityMailBodyDto {
  @Flag({ description: 'A week before it closes: a fitting call that nobody of the authority follows or has dismissed; default true' })
  unheardCalls: boolean;
}

export class AuthorityMailDto extends AuthorityMailBodyDto {
  @Whole({ min: 0, description: '0: nothing was chosen yet, the default holds' }) version: number;
}
