import { PROFILE_DIGESTS, type ProfileDigest } from '@app/tracking/switch-digest.js';
import { OneOf, Whole } from '../../edge/validation/fields.js';

export class DigestBodyDto {
  @OneOf(PROFILE_DIGESTS, {
    description: 'How often new calls that fit the authority come by mail at most, at 07:00 there; weekly: on Mondays',
  })
  digest: ProfileDigest;
}

export class DigestDto extends DigestBodyDto {
  @Whole({ min: 0, description: '0: nothing was chosen yet, it is off' }) version: number;
}
