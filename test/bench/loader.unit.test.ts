import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { delivery } from "../../bench/deliveries.mjs";
import { fire } from "../../bench/loader.mjs";

const ENDPOINT = { port: 0, host: "bench.test", path: "/", secret: "whsec_test" };

let server: Server;
afterEach(() => server.close());

async function listen(answer: RequestListener): Promise<number> {
  server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  return (server.address() as AddressInfo).port;
}

const deliveries = (count: number) =>
  Array.from({ length: count }, (_, number) => delivery(ENDPOINT, JSON.stringify({ number })));

test("every request is sent once and every status counted, however an answer says that it ends", async () => {
  const bodies = new Set<string>();
  const port = await listen(async (request, response) => {
    const body = await textOf(request);
    bodies.add(body);
    const { number } = JSON.parse(body);
    if (number % 2) response.writeHead(200, { "content-length": 2 }).end("ok");
    else response.writeHead(503).end("in chunks");
  });

  const { statuses, resent } = await fire(port, deliveries(20), 4);

  expect(statuses).toEqual({ 200: 10, 503: 10 });
  expect(bodies.size).toBe(20);
  expect(resent).toBe(0);
});

test("a request whose connection was closed on it is sent again, and that is told", async () => {
  let closed = false;
  const port = await listen((request, response) => {
    if (closed) response.end();
    else request.socket.destroy();
    closed = true;
  });

  expect(await fire(port, deliveries(3), 1)).toMatchObject({ statuses: { 200: 3 }, resent: 1 });
});

test("a server that is not there is an error, and no endless trying", async () => {
  const port = await listen(() => {});
  await new Promise((resolve) => server.close(resolve));

  await expect(fire(port, deliveries(1), 1)).rejects.toThrow("ECONNREFUSED");
});

async function textOf(request: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
