import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Mistake } from "../../dev/mistake.mjs";
import { freePort, portsTaken, requireFreePorts } from "../../dev/ports.mjs";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupiedPort(host: string) {
  const port = await freePort();
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return port;
}

test("whoever asks for many free ports is given no port twice, and those of another share none of the same", async () => {
  const [one, other] = await Promise.all(
    [1, 2].map((share) => Promise.all(Array.from({ length: 200 }, () => freePort(share)))),
  );
  expect(new Set([...(one ?? []), ...(other ?? [])]).size).toBe(400);
});

test("Topup that runs already is told in one sentence, with the way out", () => {
  expect(portsTaken([{ variable: "PORT", port: 8787 }])).toBe(
    "Port 8787 is in use — Topup may be running already. Stop it or choose another: PORT=8900 npm start",
  );
});

test("several taken ports are told together", () => {
  const taken = [
    { variable: "PORT", port: 8787 },
    { variable: "INBOX_PORT", port: 8025 },
  ];

  expect(portsTaken(taken)).toBe(
    "Ports 8787 and 8025 are in use — Topup may be running already. Stop it or choose others: PORT=8900 INBOX_PORT=8200 npm start",
  );
});

test.each(["127.0.0.1", "0.0.0.0"])("a server on %s takes its port", async (host) => {
  const port = await occupiedPort(host);

  await expect(requireFreePorts([{ variable: "PORT", port }])).rejects.toThrow(`Port ${port} is in use`);
});

test("ports that nothing listens on are fine", async () => {
  await expect(requireFreePorts([{ variable: "PORT", port: await freePort() }])).resolves.toBeUndefined();
});

test("two servers cannot be given the same port", async () => {
  const port = await freePort();
  const wanted = ["PORT", "INBOX_PORT"].map((variable) => ({ variable, port }));

  await expect(requireFreePorts(wanted)).rejects.toThrow(
    new Mistake(`Port ${port} is asked for twice. Give INBOX_PORT another one.`),
  );
});
