import type { AddressInfo, Server } from 'node:net';

/** Listens on the wished port, or on a free one when it is taken or none is wished (0). Answers the port. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  try {
    await listening(server, port, host);
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    await listening(server, 0, host);
  }
  return (server.address() as AddressInfo).port;
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
