import type { Page } from "playwright-core";
import { isFocusShown } from "./focus";
import { untilReady } from "./ready";

const CLICKABLE = "a[href], button, input, select, textarea, summary, [tabindex], [role=button], [onclick]";

/**
 * What of the page that is open can be clicked and not be used with the keyboard alone, one line for each: the Tab key
 * does not get there, or nothing shows that it did.
 */
export async function outOfReach(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 900 });
  await untilReady(page);
  const clickable = await nameClickable(page);
  const seen = new Map<string, boolean>();
  // A few more than there are: a frame on the page has stops of its own.
  for (let press = 0; press < clickable.length + 10; press += 1) {
    await page.keyboard.press("Tab");
    const [stop, isShown] = await Promise.all([focusedStop(page), isFocusShown(page)]);
    seen.set(stop, isShown);
  }
  return clickable.flatMap(({ stop, html }) => {
    if (!seen.has(stop)) return [`Tab does not reach ${html}`];
    return seen.get(stop) ? [] : [`nothing shows the focus on ${html}`];
  });
}

/** Numbers what can be clicked, and puts the focus before all of it. Of a group of radio buttons Tab stops at one. */
const nameClickable = (page: Page): Promise<{ stop: string; html: string }[]> =>
  page.evaluate((selector) => {
    const isStop = (element: Element) =>
      !element.matches(":disabled, [type=hidden], [tabindex='-1'], :disabled *, [inert] *") &&
      element.checkVisibility({ visibilityProperty: true }) &&
      (!(element instanceof HTMLInputElement) || element.type !== "radio" || element.checked);
    const stops = [...document.querySelectorAll(selector)].filter(isStop);
    document.body.tabIndex = -1;
    document.body.focus();
    return stops.map((element, index) => {
      element.setAttribute("data-stop", `${index}`);
      return { stop: `${index}`, html: element.outerHTML.slice(0, 160) };
    });
  }, CLICKABLE);

const focusedStop = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute("data-stop") ?? "");
