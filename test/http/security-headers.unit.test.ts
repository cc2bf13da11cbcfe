import { describe, expect, test } from "vitest";
import { emailPolicy, pagePolicy, secureHeaders } from "../../app/http/security-headers";
import { sampleSettings } from "../sample-settings";

const HOST = "app.topup.test";
const deployed = sampleSettings();
const inDevelopment = sampleSettings({
  ENVIRONMENT: "development",
  STRIPE_API_BASE: "http://127.0.0.1:12111",
  isSecure: false,
});

const directivesOf = (policy: string) =>
  Object.fromEntries(
    policy.split("; ").map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1).join(" ")]),
  );

describe("the policy of a page", () => {
  test("deployed, only what carries the nonce runs, and forms end here or at Stripe", () => {
    expect(directivesOf(pagePolicy(deployed, "n0nce"))).toEqual({
      "default-src": "'none'",
      "script-src": "'nonce-n0nce' 'strict-dynamic'",
      "style-src": "'self' 'nonce-n0nce'",
      "img-src": "'self' data:",
      "font-src": "'self'",
      "connect-src": "'self'",
      "form-action": "'self' https://checkout.stripe.com https://connect.stripe.com",
      "base-uri": "'none'",
      "frame-ancestors": "'none'",
      "frame-src": "'self'",
    });
  });

  test("in development Vite may bring styles and talk back, and Stripe stands on this machine", () => {
    expect(directivesOf(pagePolicy(inDevelopment, "n0nce"))).toMatchObject({
      "script-src": "'nonce-n0nce' 'strict-dynamic'",
      "style-src": "'self' 'nonce-n0nce' 'unsafe-inline'",
      "connect-src": "'self' ws:",
      "form-action":
        "'self' https://checkout.stripe.com https://connect.stripe.com http://127.0.0.1:* http://localhost:*",
    });
  });

  test("a stand-in at localhost is on this machine, one that only sounds like it is not", () => {
    const formAction = (STRIPE_API_BASE: string) =>
      directivesOf(pagePolicy(sampleSettings({ STRIPE_API_BASE }), "n"))["form-action"];

    expect(formAction("http://localhost:12111")).toContain("http://localhost:*");
    expect(formAction("https://localhost.evil.test")).not.toContain("localhost");
  });

  test("a checkout on the partner's own Stripe domain can be reached", () => {
    const settings = sampleSettings({ STRIPE_CHECKOUT_ORIGIN: "https://pay.acme.test" });

    expect(pagePolicy(settings, "n")).toContain(
      "form-action 'self' https://pay.acme.test https://connect.stripe.com",
    );
  });
});

describe("the headers of every answer", () => {
  const answer = (headers: Record<string, string> = {}) =>
    new Response("Hello", { status: 404, statusText: "Not Found", headers });

  test("nothing of it is kept, framed, sniffed or leaked", () => {
    expect(Object.fromEntries(secureHeaders(answer(), deployed, HOST).headers)).toEqual({
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "content-type": "text/plain;charset=UTF-8",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
      "referrer-policy": "strict-origin-when-cross-origin",
      "strict-transport-security": "max-age=63072000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
  });

  test("only an e-mail that is looked at may be framed, by our own page, and it runs nothing", () => {
    const policy = emailPolicy("https://acme.portal.topup.test");
    const { headers } = secureHeaders(answer({ "content-security-policy": policy }), deployed, HOST);
    expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
    expect(policy).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src https://acme.portal.topup.test; sandbox allow-popups; frame-ancestors 'self'",
    );
  });

  test("what a page said of itself stays, and status and body are its own", async () => {
    const own = {
      "content-security-policy": "script-src 'nonce-1'",
      "cache-control": "public, max-age=60",
      "referrer-policy": "no-referrer",
      location: "/credits",
    };
    const secured = secureHeaders(answer(own), deployed, HOST);

    expect(Object.fromEntries(secured.headers)).toMatchObject(own);
    expect([secured.status, secured.statusText, await secured.text()]).toEqual([404, "Not Found", "Hello"]);
  });

  test("two cookies stay two", () => {
    const response = answer();
    response.headers.append("set-cookie", "a=1");
    response.headers.append("set-cookie", "b=2");

    expect(secureHeaders(response, deployed, HOST).headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  test("what is below a partner's own domain is told nothing", () => {
    const policy = (host: string) =>
      secureHeaders(answer(), deployed, host).headers.get("strict-transport-security");

    expect(policy("acme.com")).toBe("max-age=63072000");
    expect(policy("acme.portal.topup.test")).toBe("max-age=63072000; includeSubDomains");
  });

  test("a site without https does not promise it", () => {
    expect(
      secureHeaders(answer(), inDevelopment, "localhost:8787").headers.has("strict-transport-security"),
    ).toBe(false);
  });

  test("a redirect has no body and gets none", () => {
    const secured = secureHeaders(
      new Response(null, { status: 303, headers: { location: "/" } }),
      deployed,
      HOST,
    );

    expect([secured.status, secured.body, secured.headers.get("location")]).toEqual([303, null, "/"]);
  });
});
