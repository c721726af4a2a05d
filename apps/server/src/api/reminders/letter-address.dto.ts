import { Email, Flag, Id, Text, Whole } from '../../edge/validation/fields.js';

export class AddAddressDto {
  @Email() address: string;
}

export class ChooseAddressDto {
  @Flag() wanted: boolean;
}

export class LetterAddressDto {
  @Id({ description: 'Of the address to sign in with: that of the person' }) id: string;
  @Text() address: string;
  @Flag({ description: 'It is the one to sign in with, and cannot be removed' }) main: boolean;
  @Flag({ description: 'It was proven by a click, or entered by an administrator' }) verified: boolean;
  @Flag({ description: 'Letters go there, once it is proven' }) wanted: boolean;
  @Flag({ description: 'Mail servers refuse it for good' }) suspended: boolean;
  @Whole({ description: '0: nothing was chosen yet' }) version: number;
}
