import { mkdirSync, readdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaughtMail, type CaughtMailContent, readContent, readSummary } from './caught-mail.js';

const FILE = /^(\d+)-.*\.eml$/;

/** The mails as files, "000017-jana@gemeinde.example.eml", so that they outlive a restart and open in any mail program. */
export class MailFolder {
  private readonly files = new Map<number, string>();
  private readonly summaries = new Map<number, CaughtMail>();
  private last = 0;

  /** Makes the folder where there is none; goes on counting after what is there. */
  constructor(private readonly dir: string) {
    mkdirSync(dir, { recursive: true });
    for (const file of readdirSync(dir)) {
      const id = Number(FILE.exec(file)?.[1] ?? Number.NaN);
      if (Number.isSafeInteger(id)) this.files.set(id, file);
    }
    this.last = Math.max(0, ...this.files.keys());
  }

  get count(): number {
    return this.files.size;
  }

  /** The file appears whole or not at all; it is there when the promise resolves. */
  async add(recipient: string, bytes: Uint8Array): Promise<number> {
    this.last += 1;
    const id = this.last;
    const file = `${String(id).padStart(6, '0')}-${fileName(recipient)}.eml`;
    await writeFile(join(this.dir, `${file}.part`), bytes);
    await rename(join(this.dir, `${file}.part`), join(this.dir, file));
    this.files.set(id, file);
    return id;
  }

  /** Newest first; each file is read once. */
  async list(): Promise<CaughtMail[]> {
    const ids = [...this.files.keys()].sort((one, other) => other - one);
    const mails: CaughtMail[] = [];
    for (const id of ids) mails.push(await this.summary(id));
    return mails;
  }

  async content(id: number): Promise<CaughtMailContent | undefined> {
    const bytes = await this.source(id);
    return bytes && readContent(id, bytes);
  }

  async source(id: number): Promise<Buffer | undefined> {
    const file = this.files.get(id);
    return file === undefined ? undefined : readFile(join(this.dir, file));
  }

  private async summary(id: number): Promise<CaughtMail> {
    const known = this.summaries.get(id);
    if (known) return known;
    const read = await readSummary(id, await readFile(join(this.dir, this.files.get(id)!)));
    this.summaries.set(id, read);
    return read;
  }
}

function fileName(recipient: string): string {
  return recipient.replace(/[^A-Za-z0-9@._-]/g, '_').slice(0, 80);
}
