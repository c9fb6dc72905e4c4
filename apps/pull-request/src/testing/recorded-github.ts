import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One question that GitHub was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** What it answers: in the shapes that GitHub's REST API documents. */
export interface RecordedAnswer {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface RecordedGitHub {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** GitHub's API, played from what it answered: `GET /path` → its answers, the last of which is given again. */
export async function startRecordedGitHub(
  answers: Readonly<Record<string, readonly RecordedAnswer[]>>,
): Promise<RecordedGitHub> {
  const asked: Asked[] = [];
  const given = new Map<string, number>();
  const server = createServer((request, response) => {
    void readJson(request).then((body) => {
      const { method = '', url: path = '' } = request;
      asked.push({ method, path, authorization: request.headers.authorization, body });
      const name = `${method} ${path}`;
      const all = answers[name] ?? [{ status: 404, body: { message: 'Not Found' } }];
      const count = given.get(name) ?? 0;
      given.set(name, count + 1);
      const answer = all[Math.min(count, all.length - 1)] ?? {};
      response.writeHead(answer.status ?? 200, {
        'Content-Type': 'application/json',
        ...answer.headers,
      });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  const port = await listen(server);
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : JSON.parse(text);
}
