import { Agent, get } from 'node:http';
import type { ServerProcess } from './child.js';

const CONNECTIONS = 16;

/** Requests that the process answers in a second of computing. */
export async function requestsPerCpuSecond(
  server: ServerProcess,
  path: string,
  headers: Record<string, string>,
  count: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const expected = headers['if-none-match'] === undefined ? 200 : 304;
  const before = await server.cpuSeconds();
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const status = await fetchOnce(agent, server.origin + path, headers);
      if (status !== expected) throw new Error(`${server.origin} answers ${status}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  agent.destroy();
  return count / ((await server.cpuSeconds()) - before);
}

function fetchOnce(agent: Agent, url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      response
        .resume()
        .once('end', () => resolve(response.statusCode!))
        .once('error', reject);
    });
    request.once('error', reject);
  });
}
