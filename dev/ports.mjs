import { connect, createServer } from "node:net";
import { Mistake } from "./mistake.mjs";

/** @typedef {{ variable: string, port: number }} Wanted */

/**
 * Stops with one sentence when something else listens already, which is mostly Topup itself.
 *
 * @param {Wanted[]} wanted
 */
export async function requireFreePorts(wanted) {
  const twice = wanted.find(({ port }, index) => wanted.findIndex((other) => other.port === port) !== index);
  if (twice) throw new Mistake(`Port ${twice.port} is asked for twice. Give ${twice.variable} another one.`);

  const answers = await Promise.all(wanted.map(({ port }) => isTaken(port)));
  const taken = wanted.filter((_, index) => answers[index]);
  if (taken.length > 0) throw new Mistake(portsTaken(taken));
}

/** @param {Wanted[]} taken */
export function portsTaken(taken) {
  const ports = new Intl.ListFormat("en").format(taken.map(({ port }) => String(port)));
  const others = taken.map(({ variable, port }) => `${variable}=${roundNumberAbove(port)}`).join(" ");
  return taken.length === 1
    ? `Port ${ports} is in use — Topup may be running already. Stop it or choose another: ${others} npm start`
    : `Ports ${ports} are in use — Topup may be running already. Stop it or choose others: ${others} npm start`;
}

// Below the ports that systems give to outgoing connections: one of those may be gone before it is listened on.
const FIRST_PORT = 20_000;
const PORTS = 12_000;

/** @type {Set<number>} */
const given = new Set();

/**
 * A port that nothing listens on now, and that this process was not given before: who asks for several listens on none
 * of them in between.
 *
 * @param {number} [share] which tenth of them to choose from, for those who choose at the same time
 */
export async function freePort(share) {
  const [first, count] =
    share === undefined ? [FIRST_PORT, PORTS] : [FIRST_PORT + (share % 10) * (PORTS / 10), PORTS / 10];
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    if (given.has(port)) continue;
    given.add(port);
    if (await canListen(port)) return port;
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const canListen = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

// Asked by connecting: macOS lets a second server listen on 127.0.0.1 beside one that listens on every address.
/** @param {number} port */
async function isTaken(port) {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => isAnswered(host, port)));
  return answers.includes(true);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
const isAnswered = (host, port) =>
  new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

/** @param {number} port */
const roundNumberAbove = (port) => Math.ceil((port + 100) / 100) * 100;
