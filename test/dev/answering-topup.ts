import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface Asked {
  path: string | undefined;
  token: string | undefined;
  partnerId?: string;
  after: string;
}

/** A Topup that answers these pages, one after the other; says what it was asked. */
export async function withTopup<T>(
  pages: { status?: number; body: object }[],
  story: (url: string, asked: Asked[]) => Promise<T>,
): Promise<T> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const question = JSON.parse(await textOf(request));
    asked.push({ path: request.url, token: request.headers.authorization, ...question });
    const { status = 200, body } = pages[asked.length - 1] ?? { status: 500, body: {} };
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    return await story(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.close();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of request) text += part;
  return text;
}
