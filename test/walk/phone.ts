import type { Page } from "playwright-core";

/** A browser as on a phone: narrow, and pointed at with a finger. */
export const A_PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** What WCAG (2.5.5) and the makers of phones call large enough for a finger. */
const FINGER_PX = 44;

/** One line for each control of the page that a finger misses, and for all that does not fit its width. */
export const unfitForFingers = (page: Page): Promise<string[]> =>
  page.evaluate((finger) => {
    // This runs in the browser, so everything it needs stands in it.
    const isShown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 1 && height > 1 && !element.closest(".sr-only, [inert]");
    };
    const called = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}"`;
    const isHit = (element: HTMLElement, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (element.contains(hit) || hit.closest("label")?.control === element);
    };
    const isFingerSized = (element: HTMLElement) => {
      element.scrollIntoView({ block: "center" });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y, reach] = [(left + right) / 2, (top + bottom) / 2, finger / 2 - 1];
      return bottom - top >= finger || (isHit(element, x, y - reach) && isHit(element, x, y + reach));
    };
    const isCutOff = (element: HTMLElement) => {
      if (element.scrollWidth <= element.clientWidth + 1) return false;
      const { overflowX } = getComputedStyle(element);
      return overflowX === "auto" || (overflowX === "hidden" && !element.title);
    };

    const shown = [...document.querySelectorAll<HTMLElement>("body *")].filter(isShown);
    const controls = shown.filter((element) =>
      element.matches("a[href], button, input:not([type=hidden]), select, textarea, summary"),
    );
    const wide = document.documentElement.scrollWidth;
    return [
      ...(wide > window.innerWidth ? [`The page is wider than the phone: ${wide} pixels`] : []),
      ...shown.filter(isCutOff).map((element) => `Cut off: ${called(element)}`),
      ...controls
        .filter((element) => !isFingerSized(element))
        .map((element) => `Too small for a finger: ${called(element)}`),
    ];
  }, FINGER_PX);
