import { createServer } from 'node:net';
import { EXIT, Refused } from '../../cli/src/refusal.js';
import { freePort } from '../../server/src/free-port.js';

/** The port to listen on, known to be free before anything is started. Throws Refused. */
export async function choosePort(host: string, wanted: number): Promise<number> {
  if (wanted === 0) return freePort(host);
  const error = await tryToListen(host, wanted);
  if (!error) return wanted;
  throw new Refused(reason(error, host, wanted), EXIT.unavailable);
}

function reason(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} wird schon von einem anderen Programm benutzt. Wählen Sie mit PORT einen anderen.`;
  if (error.code === 'EACCES') return `Port ${port} darf nur ein Administrator öffnen. Wählen Sie mit PORT einen ab 1024.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `Die Adresse HOST=${host} gibt es auf diesem Rechner nicht.`;
  return `Port ${port} auf ${host} lässt sich nicht öffnen (${error.code ?? error.message}).`;
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  });
}
