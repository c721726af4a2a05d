/** An answer that cannot be read as CommonGrants; nothing more of that server is read then. */
export class ForeignServerRefused extends Error {
  constructor(
    readonly reason: 'status' | 'redirect' | 'not-json' | 'not-common-grants',
    readonly detail?: string,
  ) {
    super(detail === undefined ? reason : `${reason} (${detail})`);
    this.name = 'ForeignServerRefused';
  }
}
