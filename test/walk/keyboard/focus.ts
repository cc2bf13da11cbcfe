import type { ElementHandle, Page } from "playwright-core";

/**
 * Whether the page shows where the focus is. A switch is drawn beside its checkbox, and a field may be framed with its
 * unit: the ring may be theirs.
 */
export const isFocusShown = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    const hasOutline = (element: Element | null | undefined) =>
      Boolean(element) && getComputedStyle(element as Element).outlineStyle !== "none";
    return (
      [focused, focused?.nextElementSibling, focused?.parentElement].some(hasOutline) ||
      (focused !== null && getComputedStyle(focused).boxShadow !== "none")
    );
  });

/** Where something is as seen from the focus; `gone` where the page has put something else in its place. */
type Whereabouts = "here" | "ahead" | "behind" | "gone";

/** The Tab key stops at one of a group of radio buttons, from which the arrows lead to the others. */
export const whereIs = (
  wanted: ElementHandle<Element>,
  { orItsGroup }: { orItsGroup: boolean },
): Promise<Whereabouts> =>
  wanted.evaluate((element, isGroup) => {
    const focused = document.activeElement;
    if (!element.isConnected) return "gone";
    if (element === focused) return "here";
    const [one, other] = [element as HTMLInputElement, focused as HTMLInputElement];
    if (isGroup && other?.type === "radio" && other.name === one.name && other.form === one.form)
      return "here";
    if (!focused || focused === document.body) return "ahead";
    const isBehind = element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBehind ? "behind" : "ahead";
  }, orItsGroup);
