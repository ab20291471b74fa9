/** The address under which people reach this server: what links in mails and QR codes begin with. */
export class Address {
  readonly #public: string | null;
  #own = 'http://127.0.0.1';

  /** `url` is the public address when the operator gave one, without a slash at the end. */
  constructor(url: string | null) {
    this.#public = url;
  }

  /** Notes where the server listens on this machine; links begin with it when there is no public address. */
  listening(url: string): void {
    this.#own = url;
  }

  /** Without a slash at the end. */
  get url(): string {
    return this.#public ?? this.#own;
  }

  /** Where the pages of a workspace begin, without a slash at the end. */
  pagesOf({ slug }: { readonly slug: string }): string {
    return `${this.url}/w/${slug}`;
  }
}
