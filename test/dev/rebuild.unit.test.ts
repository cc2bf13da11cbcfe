import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { rebuild } from "../../dev/rebuild.mjs";

interface Asked {
  path: string | undefined;
  token: string | undefined;
  after: string;
}

/** A Topup that answers these pages, one after the other; says what it was asked. */
async function withTopup<T>(
  pages: { status?: number; body: object }[],
  story: (url: string, asked: Asked[]) => Promise<T>,
): Promise<T> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { after } = JSON.parse(await textOf(request));
    asked.push({ path: request.url, token: request.headers.authorization, after });
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

const page = (next: string | null, more: object = {}) => ({
  body: { customers: 10, purchases: 3, entries: 4, waiting: [], kept: [], next, ...more },
});

test("it asks page by page until there is none left, and says what was done and what was not", async () => {
  await withTopup(
    [
      page("customer_10", { waiting: ["customer_3"] }),
      page("customer_20"),
      page(null, { kept: ["customer_21"] }),
    ],
    async (url, asked) => {
      const said: string[] = [];
      await rebuild(url, "secret", (line) => said.push(line));
      expect(asked.map(({ after }) => after)).toEqual(["", "customer_10", "customer_20"]);
      expect(asked[0]).toMatchObject({ path: "/operator/rebuild", token: "Bearer secret" });
      expect(said).toEqual([
        "10 customers, 3 purchases, 4 entries",
        "20 customers, 6 purchases, 8 entries",
        "30 customers, 9 purchases, 12 entries",
        "Still being copied, and going on by itself: customer_3",
        "Not touched, because their copies say more than their wallets: customer_21",
        'A wallet of these was lost or set back: see "A wallet was lost" in docs/runbook.md.',
      ]);
    },
  );
});

test.each([
  [404, "is closed: set OPERATOR_TOKEN there first."],
  [401, "OPERATOR_TOKEN is not the one of that Topup. Nothing was changed."],
  [503, 'answered 503 behind "". What is copied stays; run it again.'],
])("an answer of %d ends it with what to do", async (status, sentence) => {
  await withTopup([{ status, body: {} }], async (url) => {
    await expect(rebuild(url, "secret", () => {})).rejects.toThrow(sentence);
  });
});

test("where nobody answers, it says so", async () => {
  await expect(rebuild("http://127.0.0.1:9", "secret", () => {})).rejects.toThrow("Is Topup running there?");
});
