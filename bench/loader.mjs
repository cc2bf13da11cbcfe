import { connect } from "node:net";

/** @typedef {{ queue: Iterator<Buffer>, statuses: Record<number, number>, resent: number }} Load */

/**
 * Sends requests that are ready as bytes over connections that stay open, and reads no more of the answers than
 * their status and their end: so that the loader is never what is measured.
 *
 * @param {number} port
 * @param {Buffer[]} requests
 * @param {number} connections
 */
export async function fire(port, requests, connections) {
  /** @type {Load} */
  const load = { queue: requests.values(), statuses: {}, resent: 0 };
  const start_ms = performance.now();
  await Promise.all(Array.from({ length: connections }, () => sendAll(port, load)));
  return { statuses: load.statuses, resent: load.resent, elapsed_ms: performance.now() - start_ms };
}

/**
 * @param {number} port
 * @param {Load} load
 */
async function sendAll(port, load) {
  let unanswered = await sendUntilClosed(port, load, null);
  // workerd closes a connection whose next request it did not get round to within five seconds. Stripe would
  // deliver again, and so do we.
  while (unanswered) {
    load.resent += 1;
    unanswered = await sendUntilClosed(port, load, unanswered);
  }
}

/**
 * @param {number} port
 * @param {Load} load
 * @param {Buffer | null} first
 * @returns {Promise<Buffer | null>} the request that the other side closed the connection on; null after the last
 */
function sendUntilClosed(port, { queue, statuses }, first) {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true });
    /** @type {Buffer | null} */
    let current = first;
    let answer = "";
    const send = () => (current ? socket.write(current) : socket.end());
    const takeNext = () => {
      current = queue.next().value ?? null;
    };
    if (!current) takeNext();
    socket.setEncoding("latin1");
    socket.once("error", reject).once("close", () => resolve(current));
    socket.once("connect", () => {
      // From here on an error is one more way to be closed.
      socket.off("error", reject).on("error", () => {});
      send();
    });
    socket.on("data", (text) => {
      answer += text;
      if (!isWhole(answer)) return;
      const status = Number(answer.slice(9, 12));
      statuses[status] = (statuses[status] ?? 0) + 1;
      answer = "";
      takeNext();
      send();
    });
  });
}

/** @param {string} answer */
function isWhole(answer) {
  const headEnd = answer.indexOf("\r\n\r\n");
  if (headEnd < 0) return false;
  const [, length] = /\r\ncontent-length: *(\d+)/i.exec(answer.slice(0, headEnd)) ?? [];
  return length === undefined
    ? answer.endsWith("\r\n0\r\n\r\n")
    : answer.length >= headEnd + 4 + Number(length);
}
