import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';

/** One request that arrived. */
export interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A real receiver on this machine, for tests. Closing it ends every connection. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  close(): Promise<void>;
}

/** Notes every request and lets `answer` answer it. */
export async function receive(answer: (response: ServerResponse, n: number) => void): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer(response, received.length);
    });
  });
  const { url, close } = await listen(server);
  return { url, received, close };
}

/** A server that speaks no HTTP: gets every connection as it comes. */
export function receiveRaw(act: (socket: Socket) => void): Promise<{ url: string; close: () => Promise<void> }> {
  return listen(createTcp(act));
}

async function listen(server: Server): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}/hook`, close };
}
