import { createHash } from "node:crypto";
import { cpus } from "node:os";
import { serveBuilt } from "../dev/serve-built.mjs";
import { bundleWithBuild } from "./bundle.mjs";
import { fire } from "./loader.mjs";
import { cpuOf, pressure, untilQuiet } from "./process-tree.mjs";
import { pairedRatio, spreadOf } from "./ratios.mjs";
import { inWords, tellAims, tellTable } from "./report.mjs";
import { withItsProcess } from "./systems/system.mjs";

const CUSTOMER = "customer_01acme00000000000000000ana";
const PARTNER = "partner_01acme00000000000000000000";
const TOKEN = "the-token-of-a-customer-who-is-signed-in";
const ENTRIES = 40;
const MICROS_A_CREDIT = 1_000_000;
const CONNECTIONS = 4;
const DAY_MS = 86_400_000;
/** Compiled code is fast only after a while. */
const WARM_UP = 3;
const AT_MOST = 2;

/**
 * What a portal's credits page costs the server, beside the same Remix route with data from memory.
 *
 * @param {{ rounds: number, quick: boolean }} options
 */
export async function benchPortal({ rounds, quick }) {
  const requests = quick ? 100 : 1_000;
  const script = await bundleWithBuild("static-data.ts");
  const { started: app, processes } = await withItsProcess(() => serveBuilt({ demo: true, entry: script }));
  console.log(`${new Date().toISOString()}  Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  console.log(`${rounds} rounds of ${requests} pages of each kind. Before: ${pressure()}`);
  try {
    await signIn(app);
    const page = request(app.origin, "");
    const same = request(app.origin, "x-static-data: 1\r\n");
    const sizes = [await sizeOf(app.origin, {}), await sizeOf(app.origin, { "x-static-data": "1" })];
    if (sizes[0] !== sizes[1]) throw new Error(`The two pages differ: ${sizes.join(" and ")} bytes`);

    /** @param {Buffer} bytes */
    const measure = async (bytes) => {
      await untilQuiet(processes);
      const before_us = cpuOf(processes);
      const { statuses, elapsed_ms } = await fire(port(app.origin), Array(requests).fill(bytes), CONNECTIONS);
      await untilQuiet(processes);
      if (statuses[200] !== requests) throw new Error(`Answers: ${JSON.stringify(statuses)}`);
      return { cpu_us: (cpuOf(processes) - before_us) / requests, rate: (requests * 1000) / elapsed_ms };
    };
    for (let round = 0; round < WARM_UP; round += 1) {
      await measure(page);
      await measure(same);
    }
    /** @type {{ ours: Measure[], still: Measure[] }} */
    const measured = { ours: [], still: [] };
    for (let round = 0; round < rounds; round += 1) {
      // Neither is always first.
      const turns = [
        async () => measured.ours.push(await measure(page)),
        async () => measured.still.push(await measure(same)),
      ];
      for (const turn of round % 2 ? turns.reverse() : turns) await turn();
      process.stderr.write(`round ${round + 1} of ${rounds}\n`);
    }
    tell(measured, sizes[0] ?? 0);
  } finally {
    await app.stop();
  }
  console.log(`\nAfter: ${pressure()}`);
}

/** @typedef {{ cpu_us: number, rate: number }} Measure */
/** @typedef {Awaited<ReturnType<typeof serveBuilt>>} App */

/**
 * @param {{ ours: Measure[], still: Measure[] }} measured
 * @param {number} bytes
 */
function tell({ ours, still }, bytes) {
  /** @param {Measure[]} measures */
  const cpu = (measures) => measures.map(({ cpu_us }) => cpu_us);
  /** @param {Measure[]} measures */
  const figures = (measures) => [
    inWords(spreadOf(cpu(measures)), 0),
    inWords(spreadOf(measures.map(({ rate }) => rate)), 0),
  ];
  tellTable([
    [`credits page, ${bytes} bytes`, "CPU µs a page", "answers/s"],
    ["as it is", ...figures(ours)],
    ["with data from memory", ...figures(still)],
  ]);
  tellAims([
    {
      what: "processor time, page / the same with static data",
      figure: pairedRatio(cpu(ours), cpu(still)),
      most: AT_MOST,
    },
  ]);
}

/**
 * A customer who is signed in and has a history to show.
 *
 * @param {App} app
 */
async function signIn(app) {
  const now = Date.now();
  await app.database
    .prepare(
      `INSERT INTO sessions (token_hash, id, realm, subject_id, created_at, last_seen_at, expires_at)
       SELECT ?, 'session_bench', 'portal:' || id, ?, ?, ?, ? FROM portals WHERE partner_id = ?`,
    )
    .bind(createHash("sha256").update(TOKEN).digest("hex"), CUSTOMER, now, now, now + DAY_MS, PARTNER)
    .run();
  const wallet = /** @type {any} */ (app.wallets.get(app.wallets.idFromName(CUSTOMER)));
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    await wallet.adjust({
      partnerId: PARTNER,
      customerId: CUSTOMER,
      formId: `form_${entry}`,
      amountMicros: 25 * MICROS_A_CREDIT,
      note: "Thank you for waiting",
      actor: "member_bench",
    });
  }
}

const COOKIE = `session=${encodeURIComponent(Buffer.from(JSON.stringify(TOKEN)).toString("base64"))}`;

/** @param {string} origin */
const port = (origin) => Number(new URL(origin).port);

/**
 * @param {string} origin
 * @param {string} more
 */
const request = (origin, more) =>
  Buffer.from(
    `GET /credits HTTP/1.1\r\nHost: acme.${new URL(origin).host}\r\nCookie: ${COOKIE}\r\n${more}\r\n`,
  );

/**
 * How long the page is, which must be the credits page. Asked twice, because the first answer fills the memory.
 *
 * @param {string} origin
 * @param {Record<string, string>} headers
 */
async function sizeOf(origin, headers) {
  const { request: ask } = await import("node:http");
  /** @returns {Promise<string>} */
  const read = () =>
    new Promise((resolve, reject) => {
      const host = `acme.${new URL(origin).host}`;
      ask(
        { port: port(origin), path: "/credits", headers: { host, cookie: COOKIE, ...headers } },
        (answer) => {
          let html = "";
          answer.setEncoding("utf8").on("data", (text) => {
            html += text;
          });
          answer.on("end", () => resolve(html)).on("error", reject);
        },
      )
        .on("error", reject)
        .end();
    });
  await read();
  const html = await read();
  if (!html.includes("Current Balance"))
    throw new Error(`This is not the credits page: ${html.slice(0, 300)}`);
  return Buffer.byteLength(html);
}
