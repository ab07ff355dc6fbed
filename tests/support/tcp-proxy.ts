import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire to a server that a test can cut, silence and mend. */
export interface TcpProxy {
  /** The server's URL with the proxy in place of host and port. */
  readonly url: string;
  /** The server is gone: connections break and new ones are refused. */
  cut(): Promise<void>;
  /** The server is silent: connections stay and are accepted, nothing goes through. */
  silence(): void;
  /** Ends a cut or a silence; what a silenced connection had sent is lost with it. */
  mend(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTcpProxy(targetUrl: string): Promise<TcpProxy> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let silent = false;

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const server: Server = createServer((incoming) => {
    track(incoming);
    if (silent) {
      incoming.resume();
      return;
    }
    const outgoing = connect(Number(target.port), target.hostname);
    track(outgoing);
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (chunk) => {
        if (!silent) to.write(chunk);
      });
      from.on('close', () => to.destroy());
    };
    pass(incoming, outgoing);
    pass(outgoing, incoming);
  });

  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const hangUp = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const through = new URL(targetUrl);
  through.hostname = '127.0.0.1';
  through.port = String(port);

  return {
    url: through.href,
    async cut() {
      const closed = once(server, 'close');
      server.close();
      hangUp();
      await closed;
    },
    silence() {
      silent = true;
    },
    async mend() {
      silent = false;
      hangUp();
      if (!server.listening) await listen(port);
    },
    async stop() {
      hangUp();
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      hangUp();
      await closed;
    },
  };
}
