/** What an organisation does in a programme (glossary: Fördergeber, Projektträger, Bewilligungsstelle, durchführende Stelle, Partner). */
export const PARTNER_ROLES = ['funder', 'program_agency', 'granting_authority', 'implementing_body', 'partner'] as const;
export type PartnerRole = (typeof PARTNER_ROLES)[number];

export interface Partner {
  readonly name: string;
  readonly role: PartnerRole;
  readonly url?: string;
}
