import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, whose computing time can be read. */
export interface ServerProcess {
  readonly origin: string;
  /** Makes the feed hold so many events; answers its path. */
  ask<Answer>(question: object): Promise<Answer>;
  /** Seconds that the process has computed since it started. */
  cpuSeconds(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts test/bench/feeds/<file>; it sends `{ origin }` when it listens, then answers one question after the other. */
export async function startProcess(file: string): Promise<ServerProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = fork(path, { execArgv: ['--import', './config/register.mjs'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const { origin } = await next<{ origin: string }>(child);
  const ask = <Answer>(question: object): Promise<Answer> => {
    child.send(question);
    return next<Answer>(child);
  };
  const cpuSeconds = async () => (await ask<{ seconds: number }>({ cpu: true })).seconds;
  const stop = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.send({ stop: true });
    });
  return { origin, ask, cpuSeconds, stop };
}

function next<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('the server process ended'));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message as Message);
    });
  });
}
