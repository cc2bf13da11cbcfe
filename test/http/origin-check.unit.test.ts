import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDoor, isMachinePath } from "../../app/http/origin-check";

const OWN = "https://acme.topup.test";
const FORM = "application/x-www-form-urlencoded";

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string | null>;
}

/** A form as a browser on our page sends it; a header of null is left out. */
function sent({ method = "POST", path = "/credits", headers = {} }: Sent = {}): Request {
  const all = { origin: OWN, "content-type": FORM, "content-length": "20", ...headers };
  const present = Object.entries(all).filter((header): header is [string, string] => header[1] !== null);
  return new Request(`${OWN}${path}`, { method, headers: present });
}

const statusOf = (request: Sent) => checkDoor(sent(request))?.status ?? "comes in";

describe("who comes in", () => {
  test("whoever reads", () => {
    for (const origin of [OWN, "https://evil.test", "null", null]) {
      expect(statusOf({ method: "GET", headers: { origin } })).toBe("comes in");
      expect(statusOf({ method: "HEAD", headers: { origin } })).toBe("comes in");
    }
  });

  test.each([FORM, `${FORM};charset=UTF-8`, `${FORM} ; charset=UTF-8`, "Application/X-WWW-Form-URLEncoded"])(
    "a form of our own page, sent as %s",
    (type) => {
      expect(statusOf({ headers: { "content-type": type } })).toBe("comes in");
    },
  );

  test("a browser that sends no Origin and says that it is on our page", () => {
    expect(statusOf({ headers: { origin: null, "sec-fetch-site": "same-origin" } })).toBe("comes in");
  });

  test("Stripe, which signs what it sends and has no page", () => {
    const json = { origin: null, "content-type": "application/json", "content-length": null };

    expect(statusOf({ path: "/webhooks/stripe", headers: json })).toBe("comes in");
  });

  test("a file, at an address that takes one and up to what it takes, and at no other", () => {
    const upload = (path: string, length: string) =>
      statusOf({
        path,
        headers: { "content-type": "multipart/form-data; boundary=x", "content-length": length },
      });

    expect(upload("/customers/import", "1048576")).toBe("comes in");
    expect(upload("/customers/import", "1048577")).toBe(413);
    expect(upload("/customers/import.data", "20")).toBe(415);
    expect(upload("/customers/new", "20")).toBe(415);
    expect(statusOf({ path: "/customers/import", headers: { "content-length": "65537" } })).toBe(413);
  });

  test("a form of 64 KiB, and none that is larger", () => {
    expect(statusOf({ headers: { "content-length": "65536" } })).toBe("comes in");
    expect(statusOf({ headers: { "content-length": "65537" } })).toBe(413);
    expect(statusOf({ headers: { "content-length": "0" } })).toBe("comes in");
  });
});

describe("who is turned away", () => {
  test.each([
    "https://evil.test",
    "null",
    "",
    "http://acme.topup.test",
    "https://acme.topup.test:8443",
    "https://acme.topup.test.evil.test",
    "https://evil.acme.topup.test",
    "https://beta.topup.test",
    "https://topup.test",
    "https://ACME.topup.test",
    "https://acme.topup.test/",
    "https://acme.topup.test, https://evil.test",
    "acme.topup.test",
    "*",
  ])("L62 a form with the Origin %j", (origin) => {
    expect(checkDoor(sent({ headers: { origin, "sec-fetch-site": "same-origin" } }))).toEqual({
      status: 403,
      why: "foreignForm",
    });
  });

  test.each([null, "cross-site", "same-site", "none", "Same-Origin", ""])(
    "L62 a form without Origin whose browser says %j of where it stands",
    (site) => {
      expect(statusOf({ headers: { origin: null, "sec-fetch-site": site } })).toBe(403);
    },
  );

  test.each([
    "text/plain",
    "application/json",
    "multipart/form-data; boundary=x",
    "",
    null,
    "text/html",
    `text/plain; a=${FORM}`,
    "application/xml",
    `${FORM}+json`,
  ])("a body that no form of ours sends: %j", (type) => {
    expect(checkDoor(sent({ headers: { "content-type": type } }))).toEqual({
      status: 415,
      why: "noForm",
    });
  });

  test("a body that does not say how large it is", () => {
    expect(checkDoor(sent({ headers: { "content-length": null } }))).toEqual({
      status: 413,
      why: "tooLarge",
    });
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND", "QUERY"])(
    "the method %s, at every address",
    (method) => {
      const refusal = { status: 405, why: "unusedMethod" };

      expect(checkDoor(sent({ method }))).toEqual(refusal);
      expect(checkDoor(sent({ method, path: "/webhooks/stripe" }))).toEqual(refusal);
    },
  );

  test.each(["?_data", "?_data=routes%2Fportal%2Fcredits", "?%5fdata=root", "?a=1&_data=root", "?_dat%61"])(
    "Remix's back door %s, for readers, forms and Stripe",
    (query) => {
      for (const method of ["GET", "HEAD", "POST"]) {
        expect(checkDoor(sent({ method, path: `/credits${query}` }))).toEqual({
          status: 400,
          why: "unusedAddress",
        });
      }
      expect(statusOf({ path: `/webhooks/stripe${query}` })).toBe(400);
    },
  );

  test.each(["/history.csv.data", "/billing/purchases.csv.data?_routes=root", "/history.CSV.data"])(
    "a file as data, which would be held in memory whole: %s",
    (path) => {
      expect(statusOf({ method: "GET", path })).toBe(400);
    },
  );
});

test.each([
  "/webhooks",
  "/webhooks/",
  "/webhooks/other",
  "/webhooks/stripe/",
  "/webhooks/stripe.data",
  "/webhooks/..%2fcredits",
  "/webhook/stripe",
  "/Webhooks/stripe",
  "/credits/webhooks/stripe",
  "/webhooks/../credits",
  "//webhooks/stripe",
  "/webhooks/%2e%2e/credits",
])("%s does not pass for the address of a machine", (path) => {
  expect(isMachinePath(new URL(`${OWN}${path}`).pathname)).toBe(false);
  expect(statusOf({ path, headers: { origin: null } })).toBe(403);
});

describe("laws of the door", () => {
  const someHeader = (...values: string[]) => fc.option(fc.constantFrom(...values));
  const someRequest = fc.record({
    method: fc.constantFrom("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"),
    path: fc.constantFrom("/credits", "/", "/webhooks/stripe", "/sign-out", "/credits?_data=root"),
    headers: fc.record({
      origin: someHeader(OWN, "https://evil.test", "null", "https://beta.topup.test"),
      "sec-fetch-site": someHeader("same-origin", "same-site", "cross-site", "none"),
      "content-type": someHeader(FORM, "multipart/form-data; boundary=x", "text/plain", "application/json"),
      "content-length": someHeader("0", "20", "65536", "65537", "9000000"),
    }),
  });

  test("whoever changes something has sent a form of bounded size from the very site that receives it", () => {
    fc.assert(
      fc.property(someRequest, (request) => {
        const { method, path, headers } = request;
        const isFromUs =
          headers.origin === OWN || (headers.origin === null && headers["sec-fetch-site"] === "same-origin");
        const isForm = headers["content-type"] === FORM;
        const isBounded = ["0", "20", "65536"].includes(headers["content-length"] ?? "");
        const mayWrite = path.startsWith("/webhooks/") || (isFromUs && isForm && isBounded);
        const comesIn =
          !path.includes("_data") &&
          (method === "GET" || method === "HEAD" || (method === "POST" && mayWrite));
        expect(checkDoor(sent(request)) === null).toBe(comesIn);
      }),
      { numRuns: 1_000 },
    );
  });

  test("no other header opens the door or shuts it", () => {
    const forged = {
      host: "evil.test",
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "http",
      "x-original-url": "/webhooks/stripe",
      "x-rewrite-url": "/webhooks/stripe",
      forwarded: "host=evil.test;proto=http",
      referer: `${OWN}/credits`,
      "x-http-method-override": "GET",
      "x-method-override": "GET",
      "x-requested-with": "XMLHttpRequest",
      cookie: "session=1",
    };
    fc.assert(
      fc.property(
        someRequest,
        fc.subarray(Object.keys(forged) as (keyof typeof forged)[]),
        (request, names) => {
          const added = Object.fromEntries(names.map((name) => [name, forged[name]]));
          const withForged = { ...request, headers: { ...request.headers, ...added } };
          expect(checkDoor(sent(withForged))).toEqual(checkDoor(sent(request)));
        },
      ),
    );
  });

  test("X-Forwarded-Host does not make another site's form ours", () => {
    expect(
      statusOf({
        headers: { origin: "https://evil.test", "x-forwarded-host": "evil.test", host: "evil.test" },
      }),
    ).toBe(403);
  });
});
