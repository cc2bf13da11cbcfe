import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installIfStale, isStale, requireNode } from "../../dev/install.mjs";
import { Mistake } from "../../dev/mistake.mjs";

const lock = (packages: Record<string, { version: string; optional?: boolean }>) => ({
  packages: { "": { version: "0.1.0" }, ...packages },
});

test("packages that are those of the lock file are left alone", () => {
  const wanted = lock({ "node_modules/react": { version: "18.3.1" } });

  expect(isStale(wanted, wanted)).toBe(false);
});

test("a first run installs", () => {
  expect(isStale(lock({}), null)).toBe(true);
});

test("after a pull that brings another version, or another package, npm ci runs again", () => {
  const installed = lock({ "node_modules/react": { version: "18.3.1" } });

  expect(isStale(lock({ "node_modules/react": { version: "18.3.2" } }), installed)).toBe(true);
  expect(isStale(lock({ ...installed.packages, "node_modules/zod": { version: "4.6.7" } }), installed)).toBe(
    true,
  );
});

test("a package of another platform is no reason to install", () => {
  const wanted = lock({ "node_modules/workerd-darwin": { version: "1.0.0", optional: true } });

  expect(isStale(wanted, lock({}))).toBe(false);
});

test("the version of Topup itself is no reason to install", () => {
  expect(isStale({ packages: { "": { version: "0.2.0" } } }, lock({}))).toBe(false);
});

test("an old Node is named, with the one that is needed", () => {
  expect(() => requireNode("20.18.3")).toThrow(
    new Mistake(
      "Topup needs Node 20.19.0 or newer and this is 20.18.3. Install it from https://nodejs.org or with your version manager.",
    ),
  );
  expect(() => requireNode("18.20.0")).toThrow(Mistake);
});

test.each(["20.19.0", "22.1.0", "26.10.0"])("Node %s will do", (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test("in a folder that is no checkout it says so", async () => {
  const folder = await mkdtemp(join(tmpdir(), "topup-"));

  await expect(installIfStale(folder)).rejects.toThrow(`There is no package-lock.json in ${folder}.`);
});
