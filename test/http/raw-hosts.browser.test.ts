import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTown, signIn, type Town } from "../walk/town";

/** What clients that are no browsers send: lines of their own on a socket, to the server as it is deployed. */
let town: Town;
let port: number;
let cookies: string;

beforeAll(async () => {
  town = await openTown();
  port = Number(new URL(town.dashboard).port);
  const ana = await town.person();
  await signIn(town, ana, town.portal("acme"), "ana@customer.test");
  const kept = await ana.context().cookies(town.portal("acme"));
  cookies = kept.map(({ name, value }) => `${name}=${value}`).join("; ");
});
afterAll(() => town.close());

interface Answer {
  status: number;
  /** Whose page it is, or null where it is nobody's. */
  site: string | null;
  location: string | null;
  text: string;
}

/** Sends the lines of a request as they are, and reads to the end. */
function send(lines: string[]): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () =>
      socket.write([...lines, "Connection: close", "", ""].join("\r\n"), "utf8"),
    );
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on("error", reject);
    socket.on("data", (part) => {
      text += part;
      if (isWhole(text)) socket.destroy();
    });
    socket.on("close", () =>
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]),
        // A title is of the page, and then of the site.
        site: /<title>(?:[^<]* · )?([^<·]*)<\/title>/.exec(text)?.[1] ?? null,
        location: /^location: (.*)$/im.exec(text)?.[1]?.trim() ?? null,
        text,
      }),
    );
  });
}

/** Not every answer ends with the connection. */
function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  const [head, body] = [text.slice(0, end), text.slice(end + 4)];
  if (end < 0) return false;
  if (/^transfer-encoding: chunked$/im.test(head)) return body.endsWith("\r\n0\r\n\r\n");
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  return length !== undefined && Buffer.byteLength(body) >= Number(length);
}

const at = (host: string, path = "/sign-in", more: string[] = []) =>
  send([`GET ${path} HTTP/1.1`, `Host: ${host}`, ...more]);

/** A host as it may be spelled, with this server's port for P. */
const spelled = (host: string) => host.replace("P", String(port));

const ACME = [
  "acme.localhost:P",
  "ACME.LOCALHOST:P",
  "aCmE.localhost.:P",
  "acme.localhost:0P",
  "\tacme.localhost:P",
];
const BOREALIS = ["borealis.localhost:P", "Borealis.LOCALHOST.:P"];
const OWN_DOMAIN = ["credits.borealis.localhost:P", "CREDITS.Borealis.localhost.:P"];
const PLATFORM = ["localhost:P", "LOCALHOST.:P"];

test.each<[host: string, site: string]>([
  ...ACME.map((host): [string, string] => [host, "Acme Agents"]),
  ...[...BOREALIS, ...OWN_DOMAIN].map((host): [string, string] => [host, "Borealis Voice"]),
])("T3 over a socket %j is the portal of %s", async (host, site) => {
  expect(await at(spelled(host))).toMatchObject({ status: 200, site });
});

test.each(PLATFORM)("T3 over a socket %j is the platform", async (host) => {
  const { status, text } = await at(spelled(host));
  expect([status, text.includes("Topup")]).toEqual([200, true]);
});

/** Nobody's page, and nobody's name: not even a cookie is set. */
function expectNobody({ status, site, text }: Answer, how: string): void {
  expect(status, how).toBeGreaterThanOrEqual(400);
  expect(site, how).toBeNull();
  expect(text, how).not.toMatch(/acme agents|borealis voice|topup|set-cookie/i);
}

test.each([
  "acme.localhost",
  "acme.localhost:1",
  "acme.localhost:80",
  "localhost:1",
  "acme..localhost:P",
  "acme.localhost.evil.test:P",
  "evil.test",
  "127.0.0.1:P",
  // With a Cyrillic letter and with a wide one, as a person and as a browser spell them.
  "\u0430cme.localhost:P",
  "xn--cme-7cd.localhost:P",
  "\uff41cme.localhost:P",
  "%61cme.localhost:P",
  "borealis@acme.localhost:P",
  "acme.localhost:P, borealis.localhost:P",
  "acme.localhost:P borealis.localhost:P",
  "acme.localhost:P/borealis",
  "",
])("T3 over a socket %j is nobody", async (host) => {
  expectNobody(await at(spelled(host)), host);
});

test("T3 two hosts, none, or one in the request's first line are nobody", async () => {
  const [acme, borealis] = [spelled("acme.localhost:P"), spelled("borealis.localhost:P")];
  const first = "GET /sign-in HTTP/1.1";
  expectNobody(await send([first, `Host: ${acme}`, `Host: ${borealis}`]), "two");
  expectNobody(await send([first, `Host: ${acme}`, `Host: ${acme}`]), "twice the same");
  expectNobody(await send([first, `Host: ${acme}`, " .evil.test"]), "one that goes on in the next line");
  expectNobody(await send([first]), "none");
  for (const address of [borealis, "evil.test"]) {
    for (const scheme of ["http", "https"]) {
      const line = `GET ${scheme}://${address}/sign-in HTTP/1.1`;
      expectNobody(await send([line, `Host: ${acme}`]), line);
      expectNobody(await send([line]), `${line}, without a host`);
    }
  }
});

const claims = (host: string) => [
  [`X-Forwarded-Host: ${host}`],
  [`Forwarded: host=${host};proto=https`],
  [`X-Host: ${host}`, `X-Original-Host: ${host}`, `X-Forwarded-Server: ${host}`, "X-Forwarded-Proto: https"],
];

test("T3 nobody's word on the host is taken but the host's own", async () => {
  const [acme, borealis] = [spelled("acme.localhost:P"), spelled("borealis.localhost:P")];
  for (const claim of [...claims(borealis), ...claims("evil.test")]) {
    const page = await at(acme, "/sign-in", claim);
    expect(page, claim[0]).toMatchObject({ status: 200, site: "Acme Agents" });
    expect(page.text).not.toMatch(/borealis|evil\.test/i);
    expectNobody(await at("evil.test", "/sign-in", claim), String(claim));
  }
});

test("T2 Ana's cookie of Acme signs her in there however the host is spelled, and nowhere else", async () => {
  const cookie = `Cookie: ${cookies}`;
  for (const host of ACME) {
    expect(await at(spelled(host), "/credits", [cookie]), host).toMatchObject({
      status: 200,
      site: "Acme Agents",
    });
  }
  const elsewhere = [...BOREALIS, ...OWN_DOMAIN, ...PLATFORM].map(spelled);
  for (const host of elsewhere) {
    const path = PLATFORM.map(spelled).includes(host) ? "/settings" : "/credits";
    for (const claim of [[], ...claims(spelled("acme.localhost:P"))]) {
      const { status, location, text } = await at(host, path, [cookie, ...claim]);
      expect([status, location], host).toEqual([302, `/sign-in?next=${encodeURIComponent(path)}`]);
      expect(text).not.toContain("Acme");
    }
  }
});
