import type { Page } from "playwright-core";

/** How long a person waits for what a page should show. */
export const PATIENCE_MS = 15_000;

/** Waits until the page is there, and its scripts have taken it over where it has any and they run. */
export async function untilReady(page: Page): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isReady(page))) {
    if (Date.now() > deadline) throw new Error(`The scripts of ${new URL(page.url()).pathname} do not run`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * React writes its own names on what it takes over, and what is only there with scripts comes before it is idle. In the
 * middle of a navigation there is no page to ask.
 */
const isReady = (page: Page): Promise<boolean> =>
  page
    .evaluate(async () => {
      if (document.readyState === "loading") return false;
      if (!("__remixContext" in window)) return true;
      if (!Object.keys(document.body).some((key) => key.startsWith("__react"))) return false;
      await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1_000 }));
      return true;
    })
    .catch(() => false);
