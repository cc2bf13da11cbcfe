import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { originOfSite, platformOrigin, portalHost, portalOrigin, siteOfHost } from "../../app/portals/site";
import { sampleSettings } from "../sample-settings";

const deployed = sampleSettings();
const onThisMachine = sampleSettings({
  PLATFORM_HOST: "localhost:8787",
  PORTAL_DOMAIN: "localhost:8787",
  isSecure: false,
});

const acme = { subdomain: "acme", customHost: null };
const onItsOwn = { subdomain: "acme", customHost: "credits.acme.test" };

describe("addresses that we give out", () => {
  test("deployed, they are https on the hosts of the settings", () => {
    expect(platformOrigin(deployed)).toBe("https://app.topup.test");
    expect(portalHost(deployed, acme)).toBe("acme.portal.topup.test");
    expect(portalOrigin(deployed, acme)).toBe("https://acme.portal.topup.test");
  });

  test("on a developer's machine they are http and carry the port", () => {
    expect(platformOrigin(onThisMachine)).toBe("http://localhost:8787");
    expect(portalOrigin(onThisMachine, acme)).toBe("http://acme.localhost:8787");
  });

  test("a portal's own domain takes the place of the one that we gave", () => {
    expect(portalOrigin(deployed, onItsOwn)).toBe("https://credits.acme.test");
    expect(portalOrigin(onThisMachine, onItsOwn)).toBe("http://credits.acme.test:8787");
  });

  test("whoever came to the domain that we gave stays there, because they are signed in there", () => {
    const came = (host: string) => {
      const site = siteOfHost(deployed, host);
      return site?.kind === "portal" ? originOfSite(deployed, site, onItsOwn) : null;
    };
    expect(came("acme.portal.topup.test")).toBe("https://acme.portal.topup.test");
    expect(came("credits.acme.test")).toBe("https://credits.acme.test");
  });
});

describe("which site a host asks for", () => {
  test.each(["app.topup.test", "APP.topup.test", "app.topup.test."])("%s is the platform", (host) => {
    expect(siteOfHost(deployed, host)).toEqual({ kind: "platform" });
  });

  test.each([
    ["acme.portal.topup.test", "acme"],
    ["ACME.Portal.Topup.Test", "acme"],
    ["acme.portal.topup.test.", "acme"],
    ["a.portal.topup.test", "a"],
    ["a-1.portal.topup.test", "a-1"],
    [`${"a".repeat(63)}.portal.topup.test`, "a".repeat(63)],
  ])("%s is the portal of %s", (host, subdomain) => {
    expect(siteOfHost(deployed, host)).toEqual({ kind: "portal", subdomain });
  });

  test("with the port of a developer's machine, both are found", () => {
    expect(siteOfHost(onThisMachine, "localhost:8787")).toEqual({ kind: "platform" });
    expect(siteOfHost(onThisMachine, "localhost.:8787")).toEqual({ kind: "platform" });
    expect(siteOfHost(onThisMachine, "acme.localhost:8787")).toEqual({ kind: "portal", subdomain: "acme" });
    expect(siteOfHost(onThisMachine, "acme.localhost:9999")).toBeNull();
  });

  test.each([
    ["credits.acme.test", "credits.acme.test"],
    ["Credits.ACME.test.", "credits.acme.test"],
    ["xn--caf-dma.test", "xn--caf-dma.test"],
    ["evil.test", "evil.test"],
    ["acme.portal.topup.test.evil.test", "acme.portal.topup.test.evil.test"],
    // Nobody can claim these two: see the hosts that are refused.
    ["a.b.portal.topup.test", "a.b.portal.topup.test"],
    ["portal.topup.test", "portal.topup.test"],
  ])("%s is perhaps a partner's own domain", (host, customHost) => {
    expect(siteOfHost(deployed, host)).toEqual({ kind: "portal", customHost });
  });

  test("a partner's own domain has the port of the others", () => {
    const site = { kind: "portal", customHost: "credits.acme.test" };
    expect(siteOfHost(onThisMachine, "credits.acme.test:8787")).toEqual(site);
    expect(siteOfHost(onThisMachine, "credits.acme.test")).toBeNull();
    expect(siteOfHost(deployed, "credits.acme.test:8787")).toBeNull();
  });

  test.each([
    "",
    "topup",
    "127.0.0.1",
    "[::1]",
    "1.2",
    ".portal.topup.test",
    "-acme.portal.topup.test",
    "acme-.portal.topup.test",
    "ac_me.portal.topup.test",
    "acme..portal.topup.test",
    "acmé.portal.topup.test",
    `${"a".repeat(64)}.portal.topup.test`,
    "app.topup.test:8080",
    "app.topup.test..",
    "acme.portal.topup.test/app.topup.test",
  ])("%j is no site of ours", (host) => {
    expect(siteOfHost(deployed, host)).toBeNull();
  });

  test("every portal is found under the host that we give out for it", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/), (subdomain) => {
        const host = portalHost(deployed, { subdomain, customHost: null });
        expect(siteOfHost(deployed, host)).toEqual({ kind: "portal", subdomain });
      }),
    );
  });
});
