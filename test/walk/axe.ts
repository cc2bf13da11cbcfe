import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** What this uses of axe. It is asked for at run time, so that nothing but these tests needs it. */
interface Axe {
  run(options: object): Promise<{ violations: Violation[] }>;
}

interface Violation {
  id: string;
  impact: string;
  help: string;
  nodes: { target: string[]; html: string }[];
}

const SOURCE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Takes axe along on every page that is opened from now on. The policy of a page has no say in such a script. */
export async function takeAxeAlong(page: Page): Promise<void> {
  await page.addInitScript(await readFile(SOURCE, "utf8"));
}

/** A way to look at a page: a phone at night, a desk by day. */
export interface Light {
  colorScheme: "light" | "dark";
  width: number;
}

export const LIGHTS: readonly Light[] = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 1280 },
  { colorScheme: "light", width: 390 },
  { colorScheme: "dark", width: 390 },
];

/**
 * What keeps somebody from reading or using the page that is open, one line for each finding that axe calls serious
 * or critical, in each light.
 */
export async function seriousFindings(page: Page, lights = LIGHTS): Promise<string[]> {
  // In the middle of a transition a colour is none of those that were chosen.
  await page.emulateMedia({ reducedMotion: "reduce" });
  const found: string[] = [];
  for (const { colorScheme, width } of lights) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 900 });
    for (const { id, help, nodes } of await violationsOn(page)) {
      for (const { target, html } of nodes) {
        found.push(`${colorScheme} ${width}: ${id} (${help}) at ${target.join(" ")}: ${html.slice(0, 200)}`);
      }
    }
  }
  return found;
}

const violationsOn = (page: Page): Promise<Violation[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    return violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  });
